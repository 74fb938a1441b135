using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Reporting;

/// <summary>The rows of one directory that reports may see, as queries that become SQL.</summary>
internal static class ReportRows
{
    /// <summary>The users at a version.</summary>
    public static IQueryable<UserRow> Users(ScimBridgeContext db, DirectoryId directory, int version) =>
        db.Users.AsNoTracking()
            .Where(user => user.DirectoryId == directory.Value && user.ValidFrom <= version && user.ValidTo > version)
            .Select(user => new UserRow
            {
                Id = user.Id,
                ExternalId = user.ExternalId,
                UserName = user.UserName,
                DisplayName = user.DisplayName,
                GivenName = user.GivenName,
                FamilyName = user.FamilyName,
                Active = user.Active,
                Title = user.Title,
                UserType = user.UserType,
                Department = user.Department,
                Site = user.Site,
                EmployeeNumber = user.EmployeeNumber,
                ManagerId = user.ManagerId,
                LifecycleStatus = user.LifecycleStatus,
                StartDate = user.StartDate,
                TerminationDate = user.TerminationDate,
                Created = user.Created,
                LastModified = user.LastModified,
                Ordinal = user.Ordinal,
            });

    /// <summary>The groups at a version.</summary>
    public static IQueryable<GroupRow> Groups(ScimBridgeContext db, DirectoryId directory, int version) =>
        db.Groups.AsNoTracking()
            .Where(group => group.DirectoryId == directory.Value && group.ValidFrom <= version && group.ValidTo > version)
            .Select(group => new GroupRow
            {
                Id = group.Id,
                ExternalId = group.ExternalId,
                DisplayName = group.DisplayName,
                Members = group.Members,
                Created = group.Created,
                LastModified = group.LastModified,
                Ordinal = group.Ordinal,
            });

    /// <summary>The sync runs, which have no version.</summary>
    public static IQueryable<SyncRunRow> SyncRuns(ScimBridgeContext db, DirectoryId directory) =>
        db.SyncRuns.AsNoTracking()
            .Where(run => run.DirectoryId == directory.Value)
            .Select(run => new SyncRunRow
            {
                Id = run.Id,
                Trigger = run.Trigger == SyncTrigger.Schedule ? "schedule" : run.Trigger == SyncTrigger.Start ? "start" : "api",
                State = run.State == SyncRunState.Queued ? "queued" : run.State == SyncRunState.Running ? "running" : "finished",
                Outcome = run.Outcome == SyncOutcome.Succeeded ? "succeeded"
                    : run.Outcome == SyncOutcome.SucceededWithIssues ? "succeeded_with_issues"
                    : run.Outcome == SyncOutcome.Held ? "held"
                    : run.Outcome == SyncOutcome.Failed ? "failed"
                    : null,
                Read = run.Read,
                Created = run.Created,
                Updated = run.Updated,
                Deactivated = run.Deactivated,
                Reactivated = run.Reactivated,
                Deleted = run.Deleted,
                Unchanged = run.Unchanged,
                Rejected = run.Rejected,
                GroupsChanged = run.GroupsChanged,
                ErrorReason = run.ErrorReason,
                ErrorDetail = run.ErrorDetail,
                VersionBefore = run.VersionBefore,
                VersionAfter = run.VersionAfter,
                RequestedAt = run.RequestedAt,
                StartedAt = run.StartedAt,
                FinishedAt = run.FinishedAt,
            });
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Employees;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Storage;

/// <summary>Removes what is kept of people besides the published version: history, plans, ledgers, and what others' records say of them.</summary>
internal sealed class ErasureStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = ScimJson.WriterOptions.Encoder };

    /// <summary>Forgets people who are in the published version no more.</summary>
    /// <remarks>
    /// Older versions are incomplete afterwards and can't be read any more, by cursors or to go back to; other people's history stays,
    /// without the records that name one who was forgotten as manager.
    /// </remarks>
    public async Task ForgetAsync(
        WriterLease lease, IReadOnlyCollection<string> employeeIds, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var id = lease.Directory.Value;
        var names = await db.Users.AsNoTracking().Where(row => row.DirectoryId == id && employeeIds.Contains(row.ExternalId) && row.DisplayName != null)
            .Select(row => row.DisplayName!).Distinct().ToListAsync(cancellationToken);
        await db.Directories.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OldestVersion, lease.PublishedVersion), cancellationToken);
        await db.Users.Where(row => row.DirectoryId == id && row.ValidTo != Versions.Open)
            .Where(row => employeeIds.Contains(row.ExternalId) || userIds.Contains(row.ManagerId!)).ExecuteDeleteAsync(cancellationToken);
        await db.UserEmails.Where(row => row.DirectoryId == id && userIds.Contains(row.UserId) && row.ValidTo != Versions.Open)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Memberships.Where(row => row.DirectoryId == id && userIds.Contains(row.UserId) && row.ValidTo != Versions.Open)
            .ExecuteDeleteAsync(cancellationToken);
        await db.PlanPeople.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId)).ExecuteDeleteAsync(cancellationToken);
        await db.PlanChanges.Where(row => row.DirectoryId == id)
            .Where(row => userIds.Contains(row.ResourceId) || userIds.Contains(row.MemberId!)).ExecuteDeleteAsync(cancellationToken);
        // A change of somebody's manager names the manager, by id or by name.
        foreach (var mention in userIds.Concat(names.Select(AsJson)))
        {
            await db.PlanChanges.Where(row => row.DirectoryId == id && row.Attributes != null && row.Attributes.Contains(mention))
                .ExecuteDeleteAsync(cancellationToken);
        }

        // The group of whoever reported to them is called by their name.
        var groups = employeeIds.Select(employeeId => $"manager:{employeeId}").ToList();
        await db.PlanChanges.Where(row => row.DirectoryId == id && groups.Contains(row.ExternalId)).ExecuteDeleteAsync(cancellationToken);
        await db.Groups.Where(row => row.DirectoryId == id && row.ValidTo != Versions.Open && groups.Contains(row.ExternalId))
            .ExecuteDeleteAsync(cancellationToken);

        await db.SyncIssues.Where(issue => employeeIds.Contains(issue.EmployeeId!))
            .Where(issue => db.SyncRuns.Any(run => run.Id == issue.RunId && run.DirectoryId == id)).ExecuteDeleteAsync(cancellationToken);
        await db.DirtyEmployees.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId)).ExecuteDeleteAsync(cancellationToken);
        await db.WebhookDeliveries.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId!)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes what some people's stored fields say of a forgotten one out of them.</summary>
    public async Task ForgetInSourcesAsync(
        DirectoryId directory, string employeeId, IReadOnlyCollection<string> reports, CancellationToken cancellationToken)
    {
        foreach (var batch in reports.Chunk(VersionWriter.BatchSize))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await db.Users.AsNoTracking()
                .Where(row => row.DirectoryId == directory.Value && row.ValidTo == Versions.Open && batch.Contains(row.ExternalId))
                .Select(row => new { row.RowId, row.ExternalId, row.Source }).ToListAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var row in rows)
            {
                var source = EmployeeFields.FromUtf8Json(row.ExternalId, row.Source).Without(employeeId).ToUtf8Json();
                await db.Users.Where(user => user.RowId == row.RowId)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.Source, source), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>A text as plans hold it, quotes included, so that only a whole value matches.</summary>
    private static string AsJson(string text) => JsonSerializer.Serialize(text, Json);

    /// <summary>The SCIM ids that these people have or had.</summary>
    public async Task<IReadOnlyList<string>> UserIdsAsync(
        DirectoryId directory, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(row => row.DirectoryId == directory.Value && employeeIds.Contains(row.ExternalId))
            .Select(row => row.Id).Distinct().ToListAsync(cancellationToken);
    }
}

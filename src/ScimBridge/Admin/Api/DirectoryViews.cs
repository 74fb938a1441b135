using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;

namespace ScimBridge.Admin.Api;

/// <summary>Gathers what the admin API shows of a directory.</summary>
internal sealed class DirectoryViews(DirectoryStore directories, SyncRunStore runs, TimeProvider time)
{
    /// <summary>The directory as it is now.</summary>
    public async Task<DirectoryView> OfAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        var id = new DirectoryId(directory.Id);
        var now = time.GetUtcNow();
        var state = DirectoryStates.Of(directory, now);
        var version = await directories.CurrentVersionAsync(id, cancellationToken);
        var last = await runs.LastFinishedAsync(id, cancellationToken);
        return new DirectoryView
        {
            Key = directory.Key,
            Name = directory.Name,
            Organization = directory.Organization?.Name,
            OrganizationId = directory.OrganizationId,
            Origin = directory.Origin,
            State = DirectoryStates.Name(state),
            StateSince = DirectoryStates.Since(directory, state)?.UtcDateTime,
            Advice = DirectoryStates.Advice(directory, now),
            DeleteAfter = directory.DeletingSince is null ? null : directory.DeleteAfter?.UtcDateTime,
            SyncPausedSince = directory.SyncPausedSince?.UtcDateTime,
            SyncPauseReason = directory.SyncPauseReason,
            HeldPlan = directory.HeldRunId,
            FailuresInARow = directory.FailuresInARow,
            RulesRevision = directory.RulesRevision,
            HiBob = HiBobLinkView.Of(directory),
            Version = directory.Version,
            Counts = new DirectoryCounts(version?.Users ?? 0, version?.ActiveUsers ?? 0, version?.Groups ?? 0),
            IntervalMinutes = directory.IntervalMinutes,
            FirstSyncAt = directory.FirstSyncAt?.UtcDateTime,
            LastGoodReadAt = directory.LastGoodReadAt?.UtcDateTime,
            LastSync = last is null
                ? null
                : new LastSyncView(last.Id, last.Outcome is { } outcome ? AdminApi.Word(outcome) : null, last.FinishedAt?.UtcDateTime),
            BackedOffUntil = directory.NotBefore > now ? directory.NotBefore.Value.UtcDateTime : null,
            NextSyncAt = SyncSchedule.NextAttempt(directory, now)?.UtcDateTime,
            JobId = SyncSchedule.JobId(directory.Key),
        };
    }
}

using Hangfire;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Asks for syncs on behalf of whoever is not the schedule.</summary>
internal sealed class SyncTriggers(SyncRunStore runs, IBackgroundJobClient jobs)
{
    /// <summary>Asks for a sync of the directory.</summary>
    /// <returns>The id of the run that waits: a new one, or the one that somebody asked for before.</returns>
    public async Task<Guid> RequestAsync(DirectoryId directory, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var (runId, _) = await runs.RequestAsync(directory, trigger, cancellationToken);

        // Also for a run that already waited: its job may have been lost with the process that was to run it.
        jobs.Enqueue<SyncJob>(job => job.RunWaitingAsync(directory.Value, CancellationToken.None));
        return runId;
    }
}

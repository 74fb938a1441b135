using Hangfire;
using Hangfire.Server;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>The Hangfire jobs that sync. Hangfire stores these names: do not rename them.</summary>
/// <remarks>No automatic retry: a retried 401 trips HiBob's firewall. A failed run fails its job, and the schedule is the retry.</remarks>
[AutomaticRetry(Attempts = 0)]
internal sealed class SyncJob(
    DirectorySync sync, SyncRunStore runs, DirectoryStore directories, SyncSchedule schedule, IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>What the recurring job, and its "Trigger now" button, does: asks for a sync and runs it if it is its turn.</summary>
    /// <remarks>While the directory is left alone after failures the schedule passes over it, which its event has said; the button does not.</remarks>
    public async Task RunScheduledAsync(int directoryId, PerformContext? context, CancellationToken cancellationToken)
    {
        var directory = new DirectoryId(directoryId);
        if (await directories.FindAsync(directory, cancellationToken) is not { Paused: false, SyncPausedSince: null, DeletingSince: null } record
            || (record.NotBefore > time.GetUtcNow() && !ByHand(context)))
        {
            return;
        }

        await runs.RequestAsync(directory, SyncTrigger.Schedule, cancellationToken);
        await RunWaitingAsync(directoryId, cancellationToken);
    }

    /// <summary>Runs the sync that waits, if one does.</summary>
    /// <exception cref="SyncFailedException">The sync failed; its run says why.</exception>
    public async Task RunWaitingAsync(int directoryId, CancellationToken cancellationToken)
    {
        var directory = new DirectoryId(directoryId);
        var start = await runs.TryStartAsync(directory, cancellationToken);
        if (start.BusyUntil is { } busyUntil)
        {
            // The run that holds the lease starts the next one when it ends; this is for the case that it dies first.
            jobs.Schedule<SyncJob>(job => job.RunWaitingAsync(directoryId, CancellationToken.None), busyUntil - time.GetUtcNow() + TimeSpan.FromSeconds(1));
            return;
        }

        if (start.RunId is null)
        {
            return;
        }

        if (start.Directory is { } first && first.FirstSyncAt == first.LastSyncStartedAt)
        {
            // The schedule counts from the first sync, which is this one.
            schedule.Register(first);
        }

        var result = await sync.RunAsync(start, cancellationToken);
        if (await runs.HasWaitingAsync(directory, CancellationToken.None))
        {
            jobs.Enqueue<SyncJob>(job => job.RunWaitingAsync(directoryId, CancellationToken.None));
        }

        if (result.Outcome is SyncOutcome.Failed)
        {
            throw new SyncFailedException(start.RunId.Value, result);
        }
    }

    /// <summary>Whether somebody triggered the recurring job, which only the reason of the job's first state tells.</summary>
    private static bool ByHand(PerformContext? context) =>
        context?.Storage.GetMonitoringApi().JobDetails(context.BackgroundJob.Id)?.History
            .Any(state => state.Reason?.Contains("recurring job manager", StringComparison.OrdinalIgnoreCase) == true) == true;
}

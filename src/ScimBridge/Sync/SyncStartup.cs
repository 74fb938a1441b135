using Hangfire;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Deletion;
using ScimBridge.Sync.Retention;

namespace ScimBridge.Sync;

/// <summary>Registers the recurring jobs when the server starts, and runs what is overdue.</summary>
internal sealed class SyncStartup(
    SyncStartupStores stores, SyncSchedule schedule, SyncTriggers triggers, IBackgroundJobClient jobs, TimeProvider time)
    : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await stores.Runs.EndDeadLeasesAsync(cancellationToken);
        schedule.RegisterShared();
        jobs.Enqueue<DeletionJob>(job => job.RunAsync(CancellationToken.None));
        jobs.Enqueue<RetentionJob>(job => job.RunAsync(CancellationToken.None));
        foreach (var directory in await stores.Directories.ListAsync(cancellationToken))
        {
            var id = new DirectoryId(directory.Id);
            schedule.Register(directory);
            if (directory is { Paused: true } or { SyncPausedSince: not null } or { DeletingSince: not null }
                or { Origin: DirectoryOrigin.Admin, ProtectedToken: null })
            {
                continue;
            }

            if (await stores.Runs.HasWaitingAsync(id, cancellationToken))
            {
                triggers.RunWaiting(id);
            }
            else if (await IsOverdueAsync(directory, id, cancellationToken))
            {
                await triggers.RequestAsync(id, SyncTrigger.Start, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Whether an interval has passed since the last sync began, or the last one died with its process, or none was ever good, or
    /// the credentials are new and nobody has looked at what they show. A server that is started again and again must not knock at
    /// an HR system that is to be left alone.
    /// </summary>
    private async Task<bool> IsOverdueAsync(DirectoryRecord directory, DirectoryId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (directory.NotBefore > now)
        {
            return false;
        }

        return directory.LastGoodReadAt is null
            || directory.LeaseOwner is not null
            || directory.LastSyncStartedAt + TimeSpan.FromMinutes(directory.IntervalMinutes) <= now
            || await stores.Fields.FindAsync(id, cancellationToken) is null;
    }
}

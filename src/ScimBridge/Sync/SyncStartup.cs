using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Registers every directory's recurring job when the server starts, and runs what is overdue.</summary>
internal sealed class SyncStartup(DirectoryStore directories, SyncRunStore runs, SyncSchedule schedule, SyncTriggers triggers, TimeProvider time)
    : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await runs.EndDeadLeasesAsync(cancellationToken);
        foreach (var directory in await directories.ListAsync(cancellationToken))
        {
            schedule.Register(directory);
            var id = new DirectoryId(directory.Id);
            if (directory.Paused)
            {
                continue;
            }

            if (await runs.HasWaitingAsync(id, cancellationToken))
            {
                triggers.RunWaiting(id);
            }
            else if (IsOverdue(directory))
            {
                await triggers.RequestAsync(id, SyncTrigger.Start, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Whether an interval has passed since the last sync began, or the last one died with its process, or none was ever good:
    /// a directory that serves nothing yet must not wait for its schedule.
    /// </summary>
    private bool IsOverdue(DirectoryRecord directory) =>
        directory.LastGoodReadAt is null
        || directory.LeaseOwner is not null
        || directory.LastSyncStartedAt + TimeSpan.FromMinutes(directory.IntervalMinutes) <= time.GetUtcNow();
}

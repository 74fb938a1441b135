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
        foreach (var directory in await directories.ListAsync(cancellationToken))
        {
            schedule.Register(directory);
            var id = new DirectoryId(directory.Id);
            var interval = TimeSpan.FromMinutes(directory.IntervalMinutes);
            var overdue = directory.LastSyncStartedAt is not { } last || last + interval <= time.GetUtcNow();

            // Its run died with the process: the first sync of all would else wait a whole interval, with nothing to serve.
            var interrupted = directory.LeaseOwner is not null;
            if (!directory.Paused && (overdue || interrupted || await runs.HasWaitingAsync(id, cancellationToken)))
            {
                await triggers.RequestAsync(id, SyncTrigger.Start, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

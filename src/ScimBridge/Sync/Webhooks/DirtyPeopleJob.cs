using Hangfire;
using ScimBridge.Storage;

namespace ScimBridge.Sync.Webhooks;

/// <summary>The Hangfire job that reads employees who changed. Hangfire stores these names: do not rename them.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class DirtyPeopleJob(DirtyPeople dirty, SyncJob sync)
{
    /// <summary>Asks for a run and, if it is its turn, runs it at once.</summary>
    public async Task RunAsync(int directoryId, CancellationToken cancellationToken)
    {
        if (await dirty.RequestAsync(new DirectoryId(directoryId), cancellationToken))
        {
            await sync.RunWaitingAsync(directoryId, cancellationToken);
        }
    }
}

using Hangfire;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Asks for syncs on behalf of whoever is not the schedule.</summary>
internal sealed class SyncTriggers(SyncRunStore runs, IBackgroundJobClient jobs)
{
    /// <summary>Asks for a sync of the directory.</summary>
    /// <returns>The id of the run that waits: a new one, or the one that somebody asked for before.</returns>
    public Task<Guid> RequestAsync(DirectoryId directory, SyncTrigger trigger, CancellationToken cancellationToken) =>
        RequestAsync(directory, SyncRequest.Full(trigger), cancellationToken);

    /// <summary>Asks for a run of any kind.</summary>
    /// <returns>The id of the run that waits: a new one, or the one that somebody asked for before.</returns>
    /// <exception cref="RunWaitingException">A run of this kind waits that is about something else.</exception>
    public async Task<Guid> RequestAsync(DirectoryId directory, SyncRequest request, CancellationToken cancellationToken)
    {
        var (runId, made) = await runs.RequestAsync(directory, request, cancellationToken);
        if (made)
        {
            RunWaiting(directory);
        }

        return runId;
    }

    /// <summary>Sees to it that the run that waits is run, such as one whose job was lost with the process that was to run it.</summary>
    public void RunWaiting(DirectoryId directory) =>
        jobs.Enqueue<SyncJob>(job => job.RunWaitingAsync(directory.Value, CancellationToken.None));
}

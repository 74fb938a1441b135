using Hangfire;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Retention;

namespace ScimBridge.Sync.Deletion;

/// <summary>Has directories deleted, and brought back while that can be.</summary>
internal sealed class DirectoryDeletion(
    RemovalStores stores, SyncSchedule schedule, IBackgroundJobClient jobs, IOptions<RetentionOptions> options, TimeProvider time)
{
    /// <summary>Stops serving and reading the directory at once, and has everything of it removed once the time to bring it back is over.</summary>
    /// <param name="directory">The directory as the caller saw it.</param>
    /// <param name="by">Who asks, for the runs that this stops.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>From when on it is removed; null when somebody has changed the directory since.</returns>
    public async Task<DateTimeOffset?> BeginAsync(DirectoryRecord directory, string by, CancellationToken cancellationToken)
    {
        var id = new DirectoryId(directory.Id);
        var grace = TimeSpan.FromHours(options.Value.DeleteGraceHours);
        var deleteAfter = time.GetUtcNow() + grace;
        if (!await stores.Deletion.BeginAsync(id, directory.Revision, deleteAfter, cancellationToken))
        {
            return null;
        }

        // Said is done: what follows is made up for by the job should it not come to its end.
        schedule.Forget(directory.Key);
        foreach (var run in await stores.Deletion.UnfinishedRunsAsync(id, CancellationToken.None))
        {
            await stores.Runs.RequestCancelAsync(id, run, by, CancellationToken.None);
        }

        if (grace == TimeSpan.Zero)
        {
            jobs.Enqueue<DeletionJob>(job => job.RunAsync(CancellationToken.None));
        }

        return deleteAfter;
    }

    /// <summary>Brings a directory back that is being deleted: it is read and served as before.</summary>
    /// <returns>False when it is not being deleted, or it is too late.</returns>
    public async Task<bool> RestoreAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        if (!await stores.Deletion.RestoreAsync(new DirectoryId(directory.Id), cancellationToken))
        {
            return false;
        }

        directory.DeletingSince = null;
        directory.DeleteAfter = null;
        schedule.Register(directory);
        return true;
    }
}

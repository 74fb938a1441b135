using Hangfire;

namespace ScimBridge.Sync.Deletion;

/// <summary>The recurring job <c>deletion</c>, every minute and once at each start: removes the directories whose time to be brought back is over.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class DeletionJob(DirectoryRemoval removal)
{
    /// <summary>The job's id.</summary>
    public const string Id = "deletion";

    /// <summary>What the job does.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => removal.RunDueAsync(cancellationToken);
}

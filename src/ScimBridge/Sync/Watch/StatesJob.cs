using Hangfire;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge.Sync.Watch;

/// <summary>The recurring job <c>states</c>, every minute: states change by time alone, and people who are due may have lost their job with a process.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class StatesJob(DirectoryStateWatch watch, DirtyPeople dirty)
{
    /// <summary>The job's id.</summary>
    public const string Id = "states";

    /// <summary>What the job does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await watch.LookAtAllAsync(cancellationToken);
        await dirty.WakeDueAsync(cancellationToken);
    }
}

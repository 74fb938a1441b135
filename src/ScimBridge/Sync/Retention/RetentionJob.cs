using Hangfire;

namespace ScimBridge.Sync.Retention;

/// <summary>The recurring job <c>retention</c>, nightly, and once at each start.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class RetentionJob(RetentionPurge purge)
{
    /// <summary>The job's id.</summary>
    public const string Id = "retention";

    /// <summary>What the job does.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => purge.RunAsync(cancellationToken);
}

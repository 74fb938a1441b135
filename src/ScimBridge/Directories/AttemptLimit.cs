using System.Threading.RateLimiting;

namespace ScimBridge.Directories;

/// <summary>Counts attempts: so many a minute for a caller, and, where that is given, for everybody together.</summary>
/// <typeparam name="TCaller">What tells callers apart, such as a <see cref="RemoteNetwork"/>.</typeparam>
internal sealed class AttemptLimit<TCaller> : IDisposable
    where TCaller : notnull
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<TCaller> perCaller;
    private readonly FixedWindowRateLimiter? forAll;

    /// <summary>A limit of so many attempts a minute.</summary>
    /// <param name="perCaller">For a caller.</param>
    /// <param name="forAll">For everybody together; null for any number.</param>
    public AttemptLimit(int perCaller, int? forAll = null)
    {
        this.perCaller = PartitionedRateLimiter.Create<TCaller, TCaller>(
            caller => RateLimitPartition.GetFixedWindowLimiter(caller, _ => Limit(perCaller)));
        this.forAll = forAll is { } all ? new FixedWindowRateLimiter(Limit(all)) : null;
    }

    /// <summary>Counts an attempt. One that is refused for its caller does not count for everybody.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? Count(TCaller caller)
    {
        using var own = perCaller.AttemptAcquire(caller);
        if (!own.IsAcquired)
        {
            return Wait(own);
        }

        using var all = forAll?.AttemptAcquire();
        return all is { IsAcquired: false } ? Wait(all) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        perCaller.Dispose();
        forAll?.Dispose();
    }

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;

    private static FixedWindowRateLimiterOptions Limit(int permits) =>
        new() { PermitLimit = permits, Window = Window, QueueLimit = 0, AutoReplenishment = true };
}

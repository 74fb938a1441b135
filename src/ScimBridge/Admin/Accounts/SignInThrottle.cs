using System.Net;
using System.Threading.RateLimiting;

namespace ScimBridge.Admin.Accounts;

/// <summary>Slows the guessing of passwords: so many attempts a minute for an address, and for everybody together.</summary>
internal sealed class SignInThrottle : IDisposable
{
    /// <summary>Attempts a minute for an address.</summary>
    public const int PerAddress = 5;

    /// <summary>Attempts a minute for everybody, which bounds what hashing may cost.</summary>
    public const int ForAll = 60;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _perAddress =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => Limit(PerAddress)));

    private readonly FixedWindowRateLimiter _forAll = new(Limit(ForAll));

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? Count(IPAddress? address)
    {
        using var own = _perAddress.AttemptAcquire(RemoteNetwork.Of(address));
        if (!own.IsAcquired)
        {
            return Wait(own);
        }

        using var all = _forAll.AttemptAcquire();
        return all.IsAcquired ? null : Wait(all);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _perAddress.Dispose();
        _forAll.Dispose();
    }

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : s_window;

    private static FixedWindowRateLimiterOptions Limit(int permits) =>
        new() { PermitLimit = permits, Window = s_window, QueueLimit = 0, AutoReplenishment = true };
}

using System.Net;
using System.Threading.RateLimiting;
using ScimBridge.Admin.Accounts;

namespace ScimBridge.Admin.Pages;

/// <summary>Bounds what the pages of setup links may cost: so many looks and attempts a minute for an address, and attempts for everybody together.</summary>
/// <remarks>HiBob blocks an address that is refused 50 times in 10 seconds, and this server's is that of all directories.</remarks>
internal sealed class SetupThrottle : IDisposable
{
    /// <summary>Looks a minute for an address.</summary>
    public const int Looks = 60;

    /// <summary>Attempts a minute for an address.</summary>
    public const int Attempts = 5;

    /// <summary>Attempts a minute for everybody.</summary>
    public const int AttemptsOfAll = 30;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _looks = PerAddress(Looks);
    private readonly PartitionedRateLimiter<IPAddress> _attempts = PerAddress(Attempts);
    private readonly FixedWindowRateLimiter _attemptsOfAll = new(Limit(AttemptsOfAll));

    /// <summary>Counts a look.</summary>
    /// <returns>Null when it may be had, else how long to wait.</returns>
    public TimeSpan? CountLook(IPAddress? address)
    {
        using var lease = _looks.AttemptAcquire(RemoteNetwork.Of(address));
        return lease.IsAcquired ? null : Wait(lease);
    }

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? CountAttempt(IPAddress? address)
    {
        using var own = _attempts.AttemptAcquire(RemoteNetwork.Of(address));
        if (!own.IsAcquired)
        {
            return Wait(own);
        }

        using var all = _attemptsOfAll.AttemptAcquire();
        return all.IsAcquired ? null : Wait(all);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _looks.Dispose();
        _attempts.Dispose();
        _attemptsOfAll.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress> PerAddress(int permits) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => Limit(permits)));

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : s_window;

    private static FixedWindowRateLimiterOptions Limit(int permits) =>
        new() { PermitLimit = permits, Window = s_window, QueueLimit = 0, AutoReplenishment = true };
}

using System.Net;
using System.Threading.RateLimiting;

namespace ScimBridge.Admin.Accounts;

/// <summary>Slows the guessing of API keys: so many refused ones a minute for an address. Keys that are good are never counted.</summary>
internal sealed class ApiKeyThrottle : IDisposable
{
    /// <summary>Refused keys a minute for an address.</summary>
    public const int PerAddress = 20;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _perAddress = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new() { PermitLimit = PerAddress, Window = s_window, QueueLimit = 0, AutoReplenishment = true }));

    /// <summary>Counts a key that was refused.</summary>
    /// <returns>Null, or how long to wait before another one.</returns>
    public TimeSpan? Count(IPAddress? address)
    {
        using var lease = _perAddress.AttemptAcquire(RemoteNetwork.Of(address));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : s_window;
    }

    /// <inheritdoc/>
    public void Dispose() => _perAddress.Dispose();
}

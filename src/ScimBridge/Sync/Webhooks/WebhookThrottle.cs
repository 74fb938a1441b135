using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ScimBridge.Sync.Webhooks;

/// <summary>Bounds what requests without a good signature may cost: so many a minute for a directory's address and where they come from.</summary>
internal sealed class WebhookThrottle : IDisposable
{
    /// <summary>Requests a minute.</summary>
    public const int PerMinute = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<(string Directory, IPAddress Address)> limiter =
        PartitionedRateLimiter.Create<(string Directory, IPAddress Address), (string Directory, IPAddress Address)>(
            caller => RateLimitPartition.GetFixedWindowLimiter(
                caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = Window, QueueLimit = 0 }));

    /// <summary>Counts a request.</summary>
    /// <returns>Null when it may be answered, else how long to wait.</returns>
    public TimeSpan? Count(string directoryKey, IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire((directoryKey, Network(address ?? IPAddress.None)));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    /// <summary>What counts as one address: with IPv6 a customer has a whole /64.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

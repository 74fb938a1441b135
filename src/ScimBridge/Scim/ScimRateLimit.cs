using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ScimBridge.Protocol;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Lets each token make so many requests a minute, so that one client cannot slow down the others.</summary>
internal sealed class ScimRateLimit(IOptions<ScimOptions> options) : IRateLimiterPolicy<string>
{
    private const int SecondsPerMinute = 60;

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = Refuse;

    /// <inheritdoc/>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var perMinute = options.Value.RequestsPerMinute;
        return perMinute == 0
            ? RateLimitPartition.GetNoLimiter(string.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(Caller(httpContext), _ => Bucket(perMinute));
    }

    /// <summary>A bucket filled about once a second, so that whoever is refused waits for a request's share and not for the minute's end.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var share = ((perMinute - 1) / SecondsPerMinute) + 1;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = share,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * share / perMinute),
        };
    }

    /// <summary>Whose requests count together; those without a token, which only open discovery lets in, by their address.</summary>
    private static string Caller(HttpContext context) =>
        context.Features.Get<TokenBearer>()?.TokenId.ToString() ?? $"{context.Connection.RemoteIpAddress}";

    private static ValueTask Refuse(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        throw ScimException.TooManyRequests($"This token has made too many requests. Try again in {seconds} s, or ask for more resources at once.");
    }
}

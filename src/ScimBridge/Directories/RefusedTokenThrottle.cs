using System.Globalization;
using System.Net;

namespace ScimBridge.Directories;

/// <summary>Slows the guessing of bearer tokens, those of SCIM clients and the admin API's keys: so many refused ones a minute for an address.</summary>
/// <remarks>Good tokens are never counted, and so never kept waiting by the bad ones of others at their address.</remarks>
internal sealed class RefusedTokenThrottle : IDisposable
{
    /// <summary>Refused tokens a minute for an address.</summary>
    public const int PerAddress = 30;

    private readonly AttemptLimit<IPAddress> refused = new(PerAddress);

    /// <summary>Counts the token of a request that is refused, and makes the answer a 429 with <c>Retry-After</c> once there were too many.</summary>
    /// <returns>For how many seconds the client is to wait; null for an answer that was left alone.</returns>
    public int? Slow(HttpContext context)
    {
        if (refused.Count(RemoteNetwork.Of(context.Connection.RemoteIpAddress)) is not { } wait)
        {
            return null;
        }

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    /// <inheritdoc/>
    public void Dispose() => refused.Dispose();
}

using System.Net;

namespace ScimBridge.Admin;

/// <summary>A cookie that is always Secure, except over plain http to a loopback host, where nobody listens in between.</summary>
internal sealed class AdminCookieBuilder : CookieBuilder
{
    /// <summary>Whether the request came over plain http to a loopback host, by the host name that the browser used.</summary>
    public static bool IsPlainLoopback(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        return !request.IsHttps
            && (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));
    }

    /// <inheritdoc/>
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);

        // Not by the scheme alone: behind a proxy that ends TLS and isn't trusted to say so, requests arrive over http.
        options.Secure = !IsPlainLoopback(context.Request);
        return options;
    }
}

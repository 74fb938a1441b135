using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Which hosts a service user's token may be sent to.</summary>
internal static class HiBobHosts
{
    /// <summary>The base URL of real companies.</summary>
    public static readonly Uri Production = new("https://api.hibob.com/v1");

    /// <summary>The base URL of companies' sandboxes.</summary>
    public static readonly Uri Sandbox = new("https://api.sandbox.hibob.com/v1");

    /// <summary>Does nothing when <paramref name="baseUrl"/> may be read from.</summary>
    /// <exception cref="EmployeeSourceException">It may not: <see cref="SourceFailure.HostNotAllowed"/>.</exception>
    public static void Check(Uri baseUrl, HiBobOptions options)
    {
        if (!baseUrl.IsAbsoluteUri || baseUrl.UserInfo.Length > 0 || baseUrl.Query.Length > 0 || baseUrl.Fragment.Length > 0)
        {
            throw Refuse(baseUrl, "It must be an absolute URL without a user, a query or a fragment.");
        }

        var listed = IsListed(baseUrl, options);
        if (baseUrl.Scheme == Uri.UriSchemeHttp)
        {
            if (!listed || !baseUrl.IsLoopback)
            {
                throw Refuse(baseUrl, "Plain http is only for loopback hosts listed in HiBob:AllowedHosts; use https.");
            }

            return;
        }

        if (baseUrl.Scheme != Uri.UriSchemeHttps)
        {
            throw Refuse(baseUrl, "It must begin with https.");
        }

        if (!listed && !SameOrigin(baseUrl, Production) && !SameOrigin(baseUrl, Sandbox))
        {
            throw Refuse(baseUrl, $"Use {Production} or {Sandbox}, or list the host in HiBob:AllowedHosts.");
        }
    }

    /// <summary>Whether <c>HiBob:AllowedHosts</c> names the host of <paramref name="url"/>.</summary>
    public static bool IsListed(Uri url, HiBobOptions options) => options.AllowedHosts.Any(entry => Names(entry, url));

    /// <summary>The host's name led to an address that is not connected to.</summary>
    public static EmployeeSourceException RefuseAddress(Uri baseUrl) => Refuse(
        baseUrl, "Its name leads to an address that is not of the public Internet; if that is meant to be, list the host in HiBob:AllowedHosts.");

    private static bool SameOrigin(Uri one, Uri other) =>
        one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string entry, Uri uri) =>
        string.Equals(entry, uri.Host, StringComparison.OrdinalIgnoreCase)
        || string.Equals(entry, $"{uri.Host}:{uri.Port}", StringComparison.OrdinalIgnoreCase);

    // What the URL carries besides its host may be secret, so only the host is repeated.
    private static EmployeeSourceException Refuse(Uri baseUrl, string advice)
    {
        var where = baseUrl.IsAbsoluteUri ? $"\"{baseUrl.Authority}\"" : "a relative URL";
        return new EmployeeSourceException(SourceFailure.HostNotAllowed, $"HiBob is not read from {where}. {advice}");
    }
}

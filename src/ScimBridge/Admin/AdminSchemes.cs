namespace ScimBridge.Admin;

/// <summary>Names of the authentication schemes of admins.</summary>
internal static class AdminSchemes
{
    /// <summary>The cookie of somebody who signed in.</summary>
    public const string Cookie = "AdminCookie";

    /// <summary>A key of the admin API.</summary>
    public const string ApiKey = "AdminApiKey";

    /// <summary>Signing in through an OpenID Connect provider, which ends with the cookie.</summary>
    public const string OpenIdConnect = "AdminOpenIdConnect";

    /// <summary>The cookie or the key, whichever a request has.</summary>
    public const string Either = "AdminEither";
}

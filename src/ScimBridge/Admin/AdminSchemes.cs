namespace ScimBridge.Admin;

/// <summary>Names of the authentication schemes of admins.</summary>
internal static class AdminSchemes
{
    /// <summary>The cookie of somebody who signed in.</summary>
    public const string Cookie = "AdminCookie";

    /// <summary>The admin API's key.</summary>
    public const string ApiKey = "AdminApiKey";

    /// <summary>Whichever of the two a request has.</summary>
    public const string Either = "AdminEither";
}

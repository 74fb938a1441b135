namespace ScimBridge.Scim.OAuth;

/// <summary>The authentication schemes of the SCIM endpoints besides the directories' own tokens.</summary>
internal static class OAuthSchemes
{
    /// <summary>Takes an issuer's access tokens.</summary>
    public const string AccessToken = "ScimAccessToken";

    /// <summary>Takes either kind of token.</summary>
    public const string Either = "ScimEither";
}

namespace ScimBridge.Scim;

/// <summary>Whose OAuth access tokens are taken, and what they must hold; the section <c>Scim:OAuth</c>.</summary>
internal sealed class ScimOAuthOptions
{
    /// <summary>The issuer's URL, as its tokens name it in <c>iss</c>; without it no access tokens are taken.</summary>
    public string? Issuer { get; set; }

    /// <summary>What tokens for this server name in <c>aud</c>.</summary>
    public string? Audience { get; set; }

    /// <summary>The scope that a token needs.</summary>
    public string Scope { get; set; } = "scim";

    /// <summary>The claim that holds the key of the directory that a token opens.</summary>
    public string DirectoryClaim { get; set; } = "directory";

    /// <summary>Whether access tokens are taken at all.</summary>
    public bool Enabled => !string.IsNullOrEmpty(Issuer);
}

namespace ScimBridge.Admin.OpenId;

/// <summary>An OpenID Connect provider through which admins may sign in; the section <c>Admin:OpenIdConnect</c>.</summary>
internal sealed class AdminOpenIdOptions
{
    /// <summary>The provider's address, as its metadata calls it; without it nobody signs in that way.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this server.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that the provider gave this server.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The claim of the id token that says roles or groups.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Which role each value of the claim means; who has several gets the highest, who has none is not let in.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>What the sign-in page calls the provider.</summary>
    public string Name { get; set; } = "single sign-on";

    /// <summary>Whether there is a provider.</summary>
    public bool Enabled => !string.IsNullOrEmpty(Authority);
}

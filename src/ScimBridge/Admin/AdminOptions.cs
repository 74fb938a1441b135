using ScimBridge.Admin.OpenId;

namespace ScimBridge.Admin;

/// <summary>Who may administer the server; the section <c>Admin</c>.</summary>
internal sealed class AdminOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Admin";

    /// <summary>The fewest characters of <see cref="Password"/>.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The fewest characters of <see cref="ApiKey"/>.</summary>
    public const int ShortestApiKey = 32;

    /// <summary>The most characters of either.</summary>
    public const int Longest = 512;

    /// <summary>The password of the account <c>admin</c>; when left out, the first start makes one and prints it once.</summary>
    public string? Password { get; set; }

    /// <summary>A key of the admin API with the role admin, beside those that admins make.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The provider through which admins may also sign in.</summary>
    public AdminOpenIdOptions OpenIdConnect { get; } = new();
}

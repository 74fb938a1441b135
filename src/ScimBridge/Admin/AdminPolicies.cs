namespace ScimBridge.Admin;

/// <summary>Names of the policies of admins. Each names its scheme, so that no other scheme's caller passes.</summary>
internal static class AdminPolicies
{
    /// <summary>Somebody who signed in to the admin pages.</summary>
    public const string Admin = "Admin";

    /// <summary>Whoever has the admin API's key.</summary>
    public const string Api = "Admin.Api";

    /// <summary>Whoever may use the admin API, or signed in to the admin pages: both may read how the API is used.</summary>
    public const string Reference = "Admin.Reference";
}

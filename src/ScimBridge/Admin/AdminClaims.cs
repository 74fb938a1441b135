namespace ScimBridge.Admin;

/// <summary>What an admin's identity says besides the name and the role.</summary>
internal static class AdminClaims
{
    /// <summary>The id of the session.</summary>
    public const string Session = "scimbridge:session";

    /// <summary>The address that the request came from.</summary>
    public const string Address = "scimbridge:address";

    /// <summary>That the password has to be changed first; the identity has no role then.</summary>
    public const string MustChangePassword = "scimbridge:must_change_password";
}

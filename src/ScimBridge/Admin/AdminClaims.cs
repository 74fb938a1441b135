namespace ScimBridge.Admin;

/// <summary>What an admin's identity says besides the name.</summary>
internal static class AdminClaims
{
    /// <summary>The account's security stamp when the session began.</summary>
    public const string SecurityStamp = "scimbridge:stamp";
}

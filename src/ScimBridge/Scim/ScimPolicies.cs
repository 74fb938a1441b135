namespace ScimBridge.Scim;

/// <summary>The policies of the SCIM endpoints.</summary>
internal static class ScimPolicies
{
    /// <summary>Authorization: lets in whoever holds a token for a directory.</summary>
    public const string Read = "ScimRead";

    /// <summary>How many requests a token may make.</summary>
    public const string RateLimit = "ScimRateLimit";
}

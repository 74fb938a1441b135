namespace ScimBridge.Scim;

/// <summary>The authorization policies of the SCIM endpoints.</summary>
internal static class ScimPolicies
{
    /// <summary>Lets in whoever holds a SCIM token of a directory.</summary>
    public const string Read = "ScimRead";
}

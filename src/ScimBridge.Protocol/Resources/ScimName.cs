namespace ScimBridge.Protocol.Resources;

/// <summary>The components of a name (RFC 7643 section 4.1.1).</summary>
public sealed record ScimName
{
    /// <summary>The full name, formatted for display.</summary>
    public string? Formatted { get; init; }

    /// <summary>The family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The middle name or names.</summary>
    public string? MiddleName { get; init; }

    /// <summary>The prefix, such as "Dr.".</summary>
    public string? HonorificPrefix { get; init; }

    /// <summary>The suffix, such as "III".</summary>
    public string? HonorificSuffix { get; init; }
}

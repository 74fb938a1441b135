namespace ScimBridge.Mapping.Rules;

/// <summary>An attribute that the directory adds to our extension.</summary>
internal sealed record CustomAttributeRule
{
    /// <summary>The attribute's name (RFC 7643 section 2.1), which no other attribute of a user has.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its values.</summary>
    public CustomAttributeType Type { get; init; }

    /// <summary>Whether it has any number of values.</summary>
    public bool MultiValued { get; init; }

    /// <summary>Whether filters tell upper from lower case.</summary>
    public bool CaseExact { get; init; }

    /// <summary>What it means, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where its value comes from.</summary>
    public required ValueSource Source { get; init; }
}

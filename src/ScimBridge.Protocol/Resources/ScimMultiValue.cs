namespace ScimBridge.Protocol.Resources;

/// <summary>One value of a multi-valued attribute with the default sub-attributes (RFC 7643 section 2.4).</summary>
public sealed record ScimMultiValue
{
    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>A name for display.</summary>
    public string? Display { get; init; }

    /// <summary>The label of the value's function, such as "work"; unique within the attribute here, since clients rely on it.</summary>
    public string? Type { get; init; }

    /// <summary>Whether this is the preferred value; true at most once.</summary>
    public bool? Primary { get; init; }
}

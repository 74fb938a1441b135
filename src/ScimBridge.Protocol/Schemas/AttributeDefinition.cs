namespace ScimBridge.Protocol.Schemas;

/// <summary>An attribute or sub-attribute with its characteristics (RFC 7643 sections 2.2 and 7).</summary>
public sealed record AttributeDefinition
{
    /// <summary>The name as it is written in a resource; compared ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>The data type; of a multi-valued attribute that of each value.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>Whether the attribute is an array.</summary>
    public bool MultiValued { get; init; }

    /// <summary>What the attribute means, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether every resource has the attribute.</summary>
    public bool Required { get; init; }

    /// <summary>What the schema says of upper and lower case; see <see cref="IgnoresCase"/> for what it means when values are compared.</summary>
    public bool CaseExact { get; init; }

    /// <summary>Whether and when clients may write the attribute; this service provider lets them write nothing at all.</summary>
    public AttributeMutability Mutability { get; init; } = AttributeMutability.ReadWrite;

    /// <summary>When the attribute is in an answer.</summary>
    public AttributeReturned Returned { get; init; } = AttributeReturned.Default;

    /// <summary>Among what a value is unique.</summary>
    public AttributeUniqueness Uniqueness { get; init; } = AttributeUniqueness.None;

    /// <summary>Suggested values; empty where the schema names none.</summary>
    public IReadOnlyList<string> CanonicalValues { get; init; } = [];

    /// <summary>What a reference can point at: names of resource types, <c>external</c> or <c>uri</c>.</summary>
    public IReadOnlyList<string> ReferenceTypes { get; init; } = [];

    /// <summary>What is inside a complex attribute; empty for every other type.</summary>
    public IReadOnlyList<AttributeDefinition> SubAttributes { get; init; } = [];

    /// <summary>Whether values are compared by their <see cref="Filtering.ComparisonKey"/>.</summary>
    /// <remarks>Only text can be: a URI and base64 are always case-exact (RFC 7643 sections 2.3.6 and 2.3.7), whatever the examples of section 8.7 say.</remarks>
    public bool IgnoresCase => Type == AttributeType.String && !CaseExact;

    /// <summary>Whether a client could ever read the attribute: not <c>writeOnly</c> and not <c>returned: never</c>.</summary>
    public bool IsReadable => Mutability != AttributeMutability.WriteOnly && Returned != AttributeReturned.Never;

    /// <summary>The sub-attribute of that name, ignoring case, or null.</summary>
    public AttributeDefinition? FindSubAttribute(string name) => SchemaDefinition.Find(SubAttributes, name);
}

using System.Text.Json;

namespace ScimBridge.Protocol.Schemas;

/// <summary>A schema (RFC 7643 section 7).</summary>
public sealed record SchemaDefinition
{
    /// <summary>The schema's URN; compared ignoring case.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What the schema is for, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The attributes, in the order in which they are served; without the common ones of RFC 7643 section 3.1.</summary>
    public required IReadOnlyList<AttributeDefinition> Attributes { get; init; }

    /// <summary>The attribute of that name, ignoring case, or null.</summary>
    public AttributeDefinition? FindAttribute(string name) => Find(Attributes, name);

    /// <summary>Reads a schema document as RFC 7643 section 7 describes it; its <c>schemas</c> and <c>meta</c> are not looked at.</summary>
    /// <exception cref="JsonException">The bytes are no JSON, or a member is missing or says something that the section does not allow.</exception>
    public static SchemaDefinition Parse(ReadOnlyMemory<byte> utf8Json) => SchemaReader.ReadSchema(utf8Json);

    internal static AttributeDefinition? Find(IReadOnlyList<AttributeDefinition> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute;
            }
        }

        return null;
    }
}

using System.Text.Json;

namespace ScimBridge.Protocol.Schemas;

/// <summary>Attributes that a schema does not come with, as JSON to be stored: what <see cref="SchemaCatalog.WithAttributes"/> adds.</summary>
public static class CustomAttributes
{
    /// <summary>The attributes as a JSON array, each as RFC 7643 section 7 writes it; the same text for the same attributes.</summary>
    public static string Write(IReadOnlyList<AttributeDefinition> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return SchemaWriter.Write(attributes);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no JSON array of attributes.</exception>
    public static IReadOnlyList<AttributeDefinition> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return SchemaReader.ReadAttributes(json);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol.Schemas;

/// <summary>Writes schemas and resource types as clients read them (RFC 7643 sections 6 and 7); every characteristic is spelled out and nothing is null.</summary>
internal static class SchemaWriter
{
    public static byte[] Write(SchemaDefinition schema, string baseUrl) => Resource(ScimSchemaUris.Schema, json =>
    {
        json.WriteString("id", schema.Id);
        json.WriteString("name", schema.Name);
        json.WriteString("description", schema.Description);
        WriteAttributes(json, "attributes", schema.Attributes);
        WriteMeta(json, "Schema", $"{baseUrl}/Schemas/{schema.Id}");
    });

    public static byte[] Write(ResourceTypeDefinition type, string baseUrl) => Resource(ScimSchemaUris.ResourceType, json =>
    {
        json.WriteString("id", type.Id);
        json.WriteString("name", type.Name);
        json.WriteString("endpoint", type.Endpoint);
        json.WriteString("description", type.Description);
        json.WriteString("schema", type.Schema);
        if (type.SchemaExtensions.Count > 0)
        {
            json.WriteStartArray("schemaExtensions");
            foreach (var extension in type.SchemaExtensions)
            {
                json.WriteStartObject();
                json.WriteString("schema", extension.Schema);
                json.WriteBoolean("required", extension.Required);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteMeta(json, "ResourceType", $"{baseUrl}/ResourceTypes/{type.Id}");
    });

    public static string Write(IReadOnlyList<AttributeDefinition> attributes)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, ScimJson.WriterOptions))
        {
            WriteAttributes(json, attributes);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The RFC's word for a characteristic's value, such as <c>readOnly</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static byte[] Resource(string schemaUri, Action<Utf8JsonWriter> writeMembers)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, ScimJson.WriterOptions))
        {
            json.WriteStartObject();
            WriteTexts(json, "schemas", [schemaUri]);
            writeMembers(json);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, string name, IReadOnlyList<AttributeDefinition> attributes)
    {
        json.WritePropertyName(name);
        WriteAttributes(json, attributes);
    }

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyList<AttributeDefinition> attributes)
    {
        json.WriteStartArray();
        foreach (var attribute in attributes)
        {
            WriteAttribute(json, attribute);
        }

        json.WriteEndArray();
    }

    private static void WriteAttribute(Utf8JsonWriter json, AttributeDefinition attribute)
    {
        json.WriteStartObject();
        json.WriteString("name", attribute.Name);
        json.WriteString("type", Word(attribute.Type));
        json.WriteBoolean("multiValued", attribute.MultiValued);
        json.WriteString("description", attribute.Description);
        json.WriteBoolean("required", attribute.Required);
        WriteTexts(json, "canonicalValues", attribute.CanonicalValues);
        json.WriteBoolean("caseExact", attribute.CaseExact);
        json.WriteString("mutability", Word(attribute.Mutability));
        json.WriteString("returned", Word(attribute.Returned));
        json.WriteString("uniqueness", Word(attribute.Uniqueness));
        WriteTexts(json, "referenceTypes", attribute.ReferenceTypes);
        if (attribute.SubAttributes.Count > 0)
        {
            WriteAttributes(json, "subAttributes", attribute.SubAttributes);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteMeta(Utf8JsonWriter json, string resourceType, string location)
    {
        json.WriteStartObject("meta");
        json.WriteString("resourceType", resourceType);
        json.WriteString("location", location);
        json.WriteEndObject();
    }
}

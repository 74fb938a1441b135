using System.Buffers;
using System.Text.Json;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>A resource in the form in which filters and sorts compare it, for databases that look into JSON.</summary>
/// <remarks>
/// One object, flat: a member an attribute, named by its canonical name; complex values stay objects, several values an array.
/// Text that ignores case is its <see cref="ComparisonKey"/>; a dateTime is the number of its UTC ticks; a reference into the
/// service provider keeps the marker that stands for the base URL. What is unassigned is left out, and so is <c>meta</c>, which
/// is not part of the resource that a client gave.
/// </remarks>
public static class ComparisonDocument
{
    /// <summary>Makes the document.</summary>
    /// <param name="storedBody">The resource as <see cref="ScimJson"/> wrote it, its markers not replaced.</param>
    /// <param name="catalog">The schemas.</param>
    /// <param name="resourceTypeName">The resource type.</param>
    /// <returns>JSON.</returns>
    public static string Of(ReadOnlySpan<byte> storedBody, SchemaCatalog catalog, string resourceTypeName)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var reader = new Utf8JsonReader(EscapedMarkers(storedBody));
        using var resource = JsonDocument.ParseValue(ref reader);
        var buffer = new ArrayBufferWriter<byte>(storedBody.Length);
        using (var json = new Utf8JsonWriter(buffer, ScimJson.WriterOptions))
        {
            json.WriteStartObject();
            WriteAttributes(json, resource.RootElement, "", catalog.CommonAttributes.Where(attribute => attribute.Name != "meta"));
            var schemas = catalog.SchemasOf(resourceTypeName);
            WriteAttributes(json, resource.RootElement, "", schemas[0].Attributes);
            foreach (var extension in schemas.Skip(1))
            {
                if (resource.RootElement.TryGetProperty(extension.Id, out var values))
                {
                    WriteAttributes(json, values, extension.Id + ":", extension.Attributes);
                }
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteAttributes(Utf8JsonWriter json, JsonElement parent, string prefix, IEnumerable<AttributeDefinition> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (parent.TryGetProperty(attribute.Name, out var value) && IsAssigned(value))
            {
                json.WritePropertyName(prefix + attribute.Name);
                WriteValues(json, value, attribute);
            }
        }
    }

    private static void WriteValues(Utf8JsonWriter json, JsonElement value, AttributeDefinition attribute)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            WriteValue(json, value, attribute);
            return;
        }

        json.WriteStartArray();
        foreach (var item in value.EnumerateArray().Where(IsAssigned))
        {
            WriteValue(json, item, attribute);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, JsonElement value, AttributeDefinition attribute)
    {
        if (attribute.Type == AttributeType.Complex)
        {
            json.WriteStartObject();
            WriteAttributes(json, value, "", attribute.SubAttributes);
            json.WriteEndObject();
        }
        else if (attribute.IgnoresCase)
        {
            json.WriteStringValue(ComparisonKey.Of(value.GetString()!));
        }
        else if (attribute.Type == AttributeType.DateTime && ScimDateTime.TryParse(value.GetString(), out var instant))
        {
            json.WriteNumberValue(instant.Ticks);
        }
        else
        {
            value.WriteTo(json);
        }
    }

    private static bool IsAssigned(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => value.GetString() is { Length: > 0 },
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsAssigned(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(IsAssigned),
        _ => true,
    };

    // The marker is a bare control character, which JSON does not allow unescaped.
    private static byte[] EscapedMarkers(ReadOnlySpan<byte> storedBody) =>
        StoredBody.Complete(storedBody, System.Text.Encoding.UTF8.GetBytes($"\\u{(int)ResourceReference.BaseUrlMarker:x4}"));
}

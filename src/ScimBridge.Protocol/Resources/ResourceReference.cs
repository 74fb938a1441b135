using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>A URI that points at a resource: a <c>$ref</c> or a <c>meta.location</c> (RFC 7643 sections 2.3.7 and 3.1).</summary>
/// <param name="Value">An absolute URI, or a path below the SCIM base URL without a leading slash, such as <c>Users/2819c223</c>.</param>
/// <remarks>
/// A path is written behind <see cref="BaseUrlMarker"/>, because the base URL is only known when a reader asks: a stored
/// body is completed by putting the base URL in the marker's place.
/// </remarks>
[JsonConverter(typeof(ResourceReferenceConverter))]
public readonly record struct ResourceReference(string Value)
{
    /// <summary>The byte that stands for the base URL in a stored body. A JSON writer always escapes it, so it can't be anything else.</summary>
    public const byte BaseUrlMarker = 0x01;

    /// <summary>Whether the value is a path below the base URL.</summary>
    public bool IsRelative => !Value.Contains("://", StringComparison.Ordinal) && !Value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Writes a relative reference with the marker that stands for the base URL.</summary>
internal sealed class ResourceReferenceConverter : JsonConverter<ResourceReference>
{
    public override ResourceReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A reference is a string."));

    public override void Write(Utf8JsonWriter writer, ResourceReference value, JsonSerializerOptions options)
    {
        if (!value.IsRelative)
        {
            writer.WriteStringValue(value.Value);
            return;
        }

        var path = JsonEncodedText.Encode(value.Value, options.Encoder).EncodedUtf8Bytes;
        Span<byte> raw = stackalloc byte[path.Length + 4];
        raw[0] = (byte)'"';
        raw[1] = ResourceReference.BaseUrlMarker;
        raw[2] = (byte)'/';
        path.CopyTo(raw[3..]);
        raw[^1] = (byte)'"';

        // The marker is a raw control byte, which no validating writer lets through.
        writer.WriteRawValue(raw, skipInputValidation: true);
    }
}

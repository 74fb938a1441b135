using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>Writes a relative reference with the marker that stands for the base URL.</summary>
internal sealed class ResourceReferenceConverter : JsonConverter<ResourceReference>
{
    private const int LargestOnStack = 256;

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
        var length = path.Length + 4;
        var raw = length <= LargestOnStack ? stackalloc byte[length] : new byte[length];
        raw[0] = (byte)'"';
        raw[1] = ResourceReference.BaseUrlMarker;
        raw[2] = (byte)'/';
        path.CopyTo(raw[3..]);
        raw[^1] = (byte)'"';

        // The marker is a raw control byte, which no validating writer lets through.
        writer.WriteRawValue(raw, skipInputValidation: true);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Json;

/// <summary>Writes a text that is JSON as the JSON that it is, and not as a text with JSON in it.</summary>
public sealed class JsonTextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader).GetRawText();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonElement.Parse(value).WriteTo(writer);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Turns HiBob's JSON values into the text that is kept, so that equal values are equal text.</summary>
internal static class HiBobValue
{
    // Names are to be readable in the store; nothing here reaches a page unescaped.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] PersonMembers = ["displayName", "id"];

    /// <summary>The value as compact JSON, the same text for the same value; null when it is null, "" or [].</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">It holds text that is no Unicode.</exception>
    public static string? Compact(ReadOnlySpan<byte> json, HiBobFieldKind kind)
    {
        if (IsCompact(json))
        {
            return json.Length == 2 && json[0] == (byte)'"' ? null : Encoding.ASCII.GetString(json);
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType is JsonTokenType.Null)
        {
            return null;
        }

        using var value = JsonDocument.ParseValue(ref reader);
        var root = value.RootElement;
        if (root.ValueKind is JsonValueKind.Array && root.GetArrayLength() == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            Write(writer, root, kind is HiBobFieldKind.Person ? PersonMembers : null);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An employee's id: text, or a whole number; null when it is neither.</summary>
    public static string? Id(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String when reader.GetString()!.Trim() is { Length: > 0 } text => text,
            JsonTokenType.Number when Encoding.ASCII.GetString(json) is var text && FieldValues.AllDigits(text) => text,
            _ => null,
        };
    }

    /// <summary>Display text: trimmed, null when there is none.</summary>
    public static string? Display(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != (byte)'"')
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!.Trim() is { Length: > 0 } text ? text : null;
    }

    // Most values by far: what would be written just as it is, so that nothing need be parsed.
    private static bool IsCompact(ReadOnlySpan<byte> json) => json switch
    {
        [(byte)'"', .. var text, (byte)'"'] => !text.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !text.Contains((byte)'\\'),
        [>= (byte)'1' and <= (byte)'9', ..] => !json.ContainsAnyExceptInRange((byte)'0', (byte)'9'),
        _ => json.SequenceEqual("true"u8) || json.SequenceEqual("false"u8),
    };

    private static void Write(Utf8JsonWriter writer, JsonElement element, string[]? only)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var members = element.EnumerateObject().Where(member => only is null || only.Contains(member.Name));
                foreach (var member in members.OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, null);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item, only);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(element));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    // 42 and 42.0 are one number. Dividing by one with many zeros takes a decimal's trailing zeros off.
    private static string Number(JsonElement element) =>
        element.TryGetDecimal(out var number) && number != 0
            ? (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : element.GetRawText();
}

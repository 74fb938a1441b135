using System.Text.Json;

namespace ScimBridge.Employees;

/// <summary>All the fields of one person as the HR system gave them, under that system's own field ids.</summary>
/// <remarks>
/// This is what the store keeps beside each user as its <c>Source</c>: for mapping again without a read, for explaining an
/// attribute, and for the last known value of a field that a later read does not mention.
/// </remarks>
internal sealed class EmployeeFields(string employeeId, IReadOnlyDictionary<string, FieldValue> values)
{
    /// <summary>The HR system's immutable identifier of the person.</summary>
    public string EmployeeId { get; } = employeeId;

    /// <summary>The fields that were mentioned, in ordinal order of their ids; a field that is not here is absent.</summary>
    public IReadOnlyDictionary<string, FieldValue> Values { get; } = values;

    /// <summary>The field, or <see cref="FieldValue.Absent"/>.</summary>
    public FieldValue this[string fieldId] => Values.GetValueOrDefault(fieldId);

    /// <summary>These fields, and for each requested one that is absent here the value that <paramref name="lastKnown"/> has.</summary>
    public EmployeeFields WithLastKnown(EmployeeFields lastKnown, IEnumerable<string> requestedFields)
    {
        Dictionary<string, FieldValue>? merged = null;
        foreach (var field in requestedFields)
        {
            if (!Values.ContainsKey(field) && lastKnown.Values.TryGetValue(field, out var known))
            {
                merged ??= new Dictionary<string, FieldValue>(Values, StringComparer.Ordinal);
                merged[field] = known;
            }
        }

        return merged is null ? this : new EmployeeFields(EmployeeId, merged);
    }

    /// <summary>These fields without those that point to other employees, such as the manager.</summary>
    public EmployeeFields Without(IReadOnlyCollection<string> otherEmployeeIds) => new(
        EmployeeId,
        Values.Where(pair => pair.Value.Json is not { } json || !otherEmployeeIds.Any(other => json.Contains($"\"{other}\"", StringComparison.Ordinal)))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    /// <summary>
    /// The fields as compact JSON, the same bytes for the same fields: an object with a member a field, null when empty,
    /// <c>[value]</c>, <c>[value, "text"]</c> or <c>[value, "text" or null, ["name of an item", ...]]</c> when present.
    /// </summary>
    public byte[] ToUtf8Json()
    {
        using var buffer = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (field, value) in Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (value.State is FieldState.Empty)
                {
                    writer.WriteNull(field);
                    continue;
                }

                writer.WriteStartArray(field);
                writer.WriteRawValue(value.Json!);
                if (value.Text is not null || value.ItemNames is not null)
                {
                    writer.WriteStringValue(value.Text);
                }

                if (value.ItemNames is not null)
                {
                    writer.WriteRawValue(value.ItemNames);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>What <see cref="ToUtf8Json"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes were not written by <see cref="ToUtf8Json"/>.</exception>
    public static EmployeeFields FromUtf8Json(string employeeId, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is JsonTokenType.Null)
            {
                values[field] = FieldValue.Empty;
                continue;
            }

            reader.Read();
            using var value = JsonDocument.ParseValue(ref reader);
            reader.Read();
            string? text = null;
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            {
                text = reader.GetString();
                reader.Read();
            }

            values[field] = FieldValue.Present(value.RootElement.GetRawText(), text, ItemNames(ref reader));
        }

        return new EmployeeFields(employeeId, values);
    }

    private static string? ItemNames(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return null;
        }

        using var names = JsonDocument.ParseValue(ref reader);
        reader.Read();
        return names.RootElement.GetRawText();
    }
}

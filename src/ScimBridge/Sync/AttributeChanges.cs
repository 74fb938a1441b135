using System.Text.Json;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Sync;

/// <summary>What changes of a resource, in the form in which plans keep it.</summary>
internal static class AttributeChanges
{
    /// <summary>A JSON array of <c>{"attribute", "old", "new"}</c>, the values as JSON; a value that is unassigned is left out.</summary>
    public static string ToJson(IReadOnlyList<AttributeChange> changes)
    {
        using var buffer = new MemoryStream(256);
        using (var writer = new Utf8JsonWriter(buffer, ScimJson.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var change in changes)
            {
                writer.WriteStartObject();
                writer.WriteString("attribute", change.Attribute);
                Write(writer, "old", change.Old);
                Write(writer, "new", change.New);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, string name, string? json)
    {
        if (json is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }
}

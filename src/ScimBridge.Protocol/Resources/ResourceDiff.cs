using System.Text.Json;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol.Resources;

/// <summary>Compares two forms of a resource attribute by attribute. <c>schemas</c> and <c>meta</c>, which follow from the rest, are left out.</summary>
public static class ResourceDiff
{
    // What refers to other resources is known by whom it refers to.
    private static readonly HashSet<string> References = new(StringComparer.Ordinal) { "groups", "members" };

    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal) { "schemas", "meta" };

    /// <summary>What differs, in ordinal order of the paths.</summary>
    /// <param name="oldBody">A stored body, or JSON; empty for a resource that was not there.</param>
    /// <param name="newBody">The same of the new form.</param>
    /// <exception cref="JsonException">One of the two is no JSON object.</exception>
    public static IReadOnlyList<AttributeChange> Between(ReadOnlySpan<byte> oldBody, ReadOnlySpan<byte> newBody)
    {
        var (before, after) = (Flatten(oldBody), Flatten(newBody));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Select(path => new AttributeChange(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
                .Where(change => !string.Equals(change.Old, change.New, StringComparison.Ordinal)),
        ];
    }

    /// <summary>The leaves of a resource: each path with its value as JSON.</summary>
    /// <param name="body">A stored body, or JSON; empty for a resource that is not there.</param>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static IReadOnlyDictionary<string, string> Flatten(ReadOnlySpan<byte> body)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.IsEmpty)
        {
            return leaves;
        }

        var json = body.Contains(ResourceReference.BaseUrlMarker) ? StoredBody.WithoutMarkers(body) : body;
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException("A resource is an object.");
        }

        foreach (var member in document.RootElement.EnumerateObject().Where(member => !Derived.Contains(member.Name)))
        {
            var isExtension = member.Name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind is JsonValueKind.Object;
            if (isExtension)
            {
                AddMembers(leaves, member.Name + ":", member.Value);
            }
            else
            {
                Add(leaves, member.Name, member.Value);
            }
        }

        return leaves;
    }

    private static void AddMembers(Dictionary<string, string> leaves, string prefix, JsonElement element)
    {
        foreach (var member in element.EnumerateObject().Where(member => member.Name is not "$ref"))
        {
            Add(leaves, prefix + member.Name, member.Value);
        }
    }

    private static void Add(Dictionary<string, string> leaves, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                AddMembers(leaves, path + ".", value);
                break;
            case JsonValueKind.Array:
                AddItems(leaves, path, [.. value.EnumerateArray()]);
                break;
            default:
                leaves[path] = value.GetRawText();
                break;
        }
    }

    /// <summary>Values are known again by their type where each has one of its own, else by what they are.</summary>
    private static void AddItems(Dictionary<string, string> leaves, string path, JsonElement[] items)
    {
        var types = items.Select(item => Text(item, "type")).ToArray();
        var byType = !References.Contains(path) && types.All(type => type is not null) && types.Distinct(StringComparer.OrdinalIgnoreCase).Count() == items.Length;
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].ValueKind is not JsonValueKind.Object)
            {
                leaves[$"{path}[value eq {items[index].GetRawText()}]"] = items[index].GetRawText();
            }
            else if (byType)
            {
                AddMembers(leaves, $"{path}[type eq {JsonSerializer.Serialize(types[index])}].", items[index]);
            }
            else
            {
                AddMembers(leaves, $"{path}[value eq {Identity(items[index], index)}].", items[index]);
            }
        }
    }

    private static string Identity(JsonElement item, int index) =>
        item.TryGetProperty("value", out var value) ? value.GetRawText() : index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(JsonElement item, string member) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}

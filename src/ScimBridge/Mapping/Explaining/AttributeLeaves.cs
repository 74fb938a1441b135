using System.Text.Json;

namespace ScimBridge.Mapping.Explaining;

/// <summary>The attributes of a resource that hold no others, as clients write them.</summary>
internal static class AttributeLeaves
{
    // What the store, the directory or the lifecycle says, and is explained elsewhere or needs no explaining.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "schemas", "id", "meta", "groups", "active" };

    /// <summary>Their paths and values, in the order of the resource.</summary>
    public static IEnumerable<(string Path, string Value)> Of(JsonElement resource) =>
        resource.EnumerateObject().Where(member => !Others.Contains(member.Name)).SelectMany(member =>
            member.Name.StartsWith("urn:", StringComparison.Ordinal)
                ? member.Value.EnumerateObject().SelectMany(attribute => Of($"{member.Name}:{attribute.Name}", attribute.Value))
                : Of(member.Name, member.Value));

    private static IEnumerable<(string Path, string Value)> Of(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Name is not ("type" or "primary" or "$ref"))
            .SelectMany(member => Of($"{path}.{member.Name}", member.Value)),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object) => value.EnumerateArray()
            .SelectMany(item => Of(item.TryGetProperty("type", out var type) ? $"{path}[type eq \"{type.GetString()}\"]" : path, item)),
        JsonValueKind.String => [(path, value.GetString()!)],
        _ => [(path, value.GetRawText())],
    };
}

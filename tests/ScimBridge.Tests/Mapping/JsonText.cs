using System.Text.Json.Nodes;

namespace ScimBridge.Tests.Mapping;

/// <summary>Compares JSON by what it says.</summary>
internal static class JsonText
{
    public static IEqualityComparer<string> Comparer { get; } = EqualityComparer<string>.Create(
        (left, right) => JsonNode.DeepEquals(JsonNode.Parse(left!), JsonNode.Parse(right!)),
        _ => 0);
}

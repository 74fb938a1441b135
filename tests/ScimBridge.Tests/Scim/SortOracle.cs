using System.Text.Json;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Tests.Scim;

/// <summary>Sorts resources in memory by the rules of RFC 7644 section 3.4.2.3, simply and slowly.</summary>
internal static class SortOracle
{
    /// <summary>The resources in order; those that are equal stay as they are.</summary>
    public static IEnumerable<JsonElement> Sorted(IEnumerable<JsonElement> resources, ResolvedAttribute attribute, bool descending)
    {
        var keyed = resources.Select(resource => (resource, key: KeyOf(resource, attribute))).ToList();
        var with = keyed.Where(pair => pair.key is not null).ToList();
        var without = keyed.Where(pair => pair.key is null).Select(pair => pair.resource);
        var order = Comparer<object?>.Create(Compare);
        return descending
            ? without.Concat(with.OrderByDescending(pair => pair.key, order).Select(pair => pair.resource))
            : with.OrderBy(pair => pair.key, order).Select(pair => pair.resource).Concat(without);
    }

    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (string one, string other) => TextOrder.Compare(one, other),
        (decimal one, decimal other) => one.CompareTo(other),
        (bool one, bool other) => one.CompareTo(other),
        (DateTime one, DateTime other) => one.CompareTo(other),
        _ => throw new InvalidOperationException("Values of one attribute have one type."),
    };

    private static object? KeyOf(JsonElement resource, ResolvedAttribute attribute)
    {
        var value = Member(attribute.IsExtension ? Member(resource, attribute.Schema.Id) : resource, attribute.Attribute.Name);
        if (value is { ValueKind: JsonValueKind.Array } array)
        {
            var items = array.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Object || item.EnumerateObject().Any()).ToList();
            var primary = items.FindIndex(item => Member(item, "primary") is { ValueKind: JsonValueKind.True });
            value = items.Count == 0 ? null : items[Math.Max(primary, 0)];
        }

        value = attribute.SubAttribute is null ? value : Member(value, attribute.SubAttribute.Name);
        return value switch
        {
            { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean(),
            { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
            { ValueKind: JsonValueKind.String } text when attribute.Target.Type == AttributeType.DateTime => text.GetDateTimeOffset().UtcDateTime,
            { ValueKind: JsonValueKind.String } text => attribute.Target.IgnoresCase ? ComparisonKey.Of(text.GetString()!) : text.GetString(),
            _ => null,
        };
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var member) ? member : null;
}

using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Evaluates filters on resources in memory, simply and slowly: what the translation to SQL is tested against.</summary>
/// <param name="catalog">The schemas.</param>
public sealed class FilterEvaluator(SchemaCatalog catalog)
{
    /// <summary>Whether <paramref name="resource"/> matches.</summary>
    /// <exception cref="ScimException">400 invalidFilter: see <see cref="FilterBinder.Bind"/>.</exception>
    public bool Matches(JsonElement resource, FilterExpression filter, string resourceType) =>
        Matches(resource, FilterBinder.Bind(filter, catalog, resourceType));

    /// <summary>Whether <paramref name="resource"/> matches a filter that is bound.</summary>
    public static bool Matches(JsonElement resource, BoundFilter filter) => Holds(filter, attribute => Complex(resource, attribute));

    // The values function gives the values of an attribute without regard to its sub-attribute; in brackets it gives the one value looked at.
    private static bool Holds(BoundFilter filter, Func<ResolvedAttribute, IEnumerable<JsonElement>> values) => filter switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => Holds(and.Left, values) && Holds(and.Right, values),
        BoundLogical or => Holds(or.Left, values) || Holds(or.Right, values),
        BoundNot not => !Holds(not.Operand, values),
        BoundConstant constant => constant.Holds,
        BoundPresence presence => Leaves(presence.Attribute, values).Any(),
        BoundComparison comparison => Compare(comparison, [.. Leaves(comparison.Attribute, values)]),
        BoundValuePath path => HoldsPath(path, [.. values(path.Attribute).Where(value => Holds(path.Filter, _ => [value]))]),
        _ => throw new ArgumentException("There is no such kind of filter.", nameof(filter)),
    };

    private static bool HoldsPath(BoundValuePath path, List<JsonElement> picked) =>
        path.Then is null ? picked.Count > 0 : Holds(path.Then, _ => picked);

    private static bool Compare(BoundComparison comparison, List<JsonElement> leaves) => comparison.Operator == ComparisonOperator.NotEqual
        ? leaves.Count == 0 || leaves.Exists(leaf => !ValueComparison.Holds(leaf, comparison.Attribute.Target, ComparisonOperator.Equal, comparison.Value))
        : leaves.Exists(leaf => ValueComparison.Holds(leaf, comparison.Attribute.Target, comparison.Operator, comparison.Value));

    private static IEnumerable<JsonElement> Leaves(ResolvedAttribute attribute, Func<ResolvedAttribute, IEnumerable<JsonElement>> values)
    {
        var found = values(attribute);
        return attribute.SubAttribute is { } sub ? found.SelectMany(value => Assigned(Member(value, sub.Name))) : found;
    }

    private static IEnumerable<JsonElement> Complex(JsonElement resource, ResolvedAttribute attribute)
    {
        var holder = attribute.IsExtension ? Member(resource, attribute.Schema.Id) : resource;
        return holder is { } parent ? Assigned(Member(parent, attribute.Attribute.Name)) : [];
    }

    private static JsonElement? Member(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in parent.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    // Null, an empty array and nothing at all are the same (RFC 7643 section 2.5); text that is empty and an object without a value are no value either.
    private static IEnumerable<JsonElement> Assigned(JsonElement? value) => value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().SelectMany(item => Assigned(item)),
        { } one => IsAssigned(one) ? [one] : [],
    };

    private static bool IsAssigned(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.String => value.GetString() is { Length: > 0 },
        JsonValueKind.Object => value.EnumerateObject().Any(member => Assigned(member.Value).Any()),
        _ => true,
    };
}

using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Sorting;

/// <summary>The order of a list (RFC 7644 section 3.4.2.3).</summary>
/// <param name="Attribute">What is compared: never complex; of a multi-valued attribute the primary value, or else the first.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
/// <remarks>Resources without a value come last when ascending and first when descending.</remarks>
public sealed record SortKey(ResolvedAttribute Attribute, bool Descending)
{
    /// <summary>Reads the two parameters for resource types that are listed together.</summary>
    /// <param name="sortBy">The attribute; null for no order of the client's.</param>
    /// <param name="sortOrder"><c>ascending</c> or <c>descending</c>, ignoring case; null means ascending. Without <paramref name="sortBy"/> it orders nothing.</param>
    /// <param name="catalog">The schemas.</param>
    /// <param name="resourceTypeNames">The resource types.</param>
    /// <returns>A key a type, in their order; null for a type without the attribute. Null as a whole without <paramref name="sortBy"/>.</returns>
    /// <exception cref="ScimException">400 invalidValue: no type has the attribute, it is complex or of another type in each, or the order is neither of the two.</exception>
    public static IReadOnlyList<SortKey?>? Parse(
        string? sortBy, string? sortOrder, SchemaCatalog catalog, IReadOnlyList<string> resourceTypeNames)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(resourceTypeNames);
        var descending = IsDescending(sortOrder);
        if (sortBy is null)
        {
            return null;
        }

        var found = AttributePath.TryParse(sortBy, out var path)
            ? resourceTypeNames.Select(type => catalog.Resolve(type, path)).ToList()
            : [];
        if (found.TrueForAll(attribute => attribute is null))
        {
            throw ScimException.InvalidValue(
                $"sortBy must name an attribute of {string.Join(" or ", resourceTypeNames)}, such as sortBy=displayName; /Schemas lists those there are.");
        }

        var compared = found.Select(attribute => attribute is null ? null : Comparable(attribute)).ToList();

        // A directory can name an attribute of users as one of groups is called.
        return compared.OfType<ResolvedAttribute>().DistinctBy(attribute => attribute.Target.Type).Count() == 1
            ? [.. compared.Select(attribute => attribute is null ? null : new SortKey(attribute, descending))]
            : throw ScimException.InvalidValue($"sortBy={sortBy} means attributes of different types; put the schema's URN in front of the one that is meant.");
    }

    private static ResolvedAttribute Comparable(ResolvedAttribute attribute)
    {
        var isSimple = attribute.Target.Type != AttributeType.Complex;
        return isSimple || attribute.Attribute.MultiValued
            ? attribute.ComparedValue ?? throw Complex(attribute)
            : throw Complex(attribute);
    }

    private static ScimException Complex(ResolvedAttribute attribute) => ScimException.InvalidValue(
        $"sortBy={attribute.CanonicalName} is complex; sort by one of its sub-attributes, "
        + $"such as sortBy={attribute.CanonicalName}.{attribute.Attribute.SubAttributes[0].Name}.");

    private static bool IsDescending(string? sortOrder)
    {
        if (sortOrder is null || sortOrder.Equals("ascending", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return sortOrder.Equals("descending", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw ScimException.InvalidValue("sortOrder must be ascending or descending.");
    }
}

using System.Globalization;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Looks up a filter's attributes and checks its comparisons (RFC 7644 section 3.4.2.2, table 3).</summary>
public static class FilterBinder
{
    /// <summary>Binds <paramref name="filter"/> to the schemas of a resource type.</summary>
    /// <exception cref="ScimException">
    /// 400 invalidFilter: an attribute does not exist or cannot be compared, an operator does not fit the attribute's type, or a
    /// literal is of another type. The detail names the attribute, where in the filter it is, and what was expected there.
    /// </exception>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public static BoundFilter Bind(FilterExpression filter, SchemaCatalog catalog, string resourceTypeName) =>
        BindAcross(filter, catalog, [resourceTypeName])[0];

    /// <summary>Binds <paramref name="filter"/> to several resource types that are queried together (RFC 7644 section 3.4.2.1).</summary>
    /// <returns>A filter a type, in the order of <paramref name="resourceTypeNames"/>. An attribute that only another type has is unassigned there.</returns>
    /// <exception cref="ScimException">400 invalidFilter: as for <see cref="Bind"/>; no type has the attribute, or it is misused in one that has.</exception>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public static IReadOnlyList<BoundFilter> BindAcross(
        FilterExpression filter, SchemaCatalog catalog, IReadOnlyList<string> resourceTypeNames)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(resourceTypeNames);
        var filters = new BoundFilter[resourceTypeNames.Count];
        for (var index = 0; index < filters.Length; index++)
        {
            var type = resourceTypeNames[index];
            filters[index] = BindNode(filter, (path, at) =>
                catalog.Resolve(type, path)
                ?? (resourceTypeNames.Any(other => catalog.Resolve(other, path) is not null) ? null : throw Unknown(path, at, resourceTypeNames)));
        }

        return filters;
    }

    private static BoundFilter BindNode(FilterExpression filter, Func<AttributePath, FilterPosition, ResolvedAttribute?> resolve) => filter switch
    {
        LogicalFilter logical => new BoundLogical(logical.Operator, BindNode(logical.Left, resolve), BindNode(logical.Right, resolve)),
        NotFilter not => new BoundNot(BindNode(not.Operand, resolve)),
        PresenceFilter presence => resolve(presence.Path, presence.At) is { } attribute ? new BoundPresence(attribute) : new BoundConstant(false),
        ComparisonFilter comparison => resolve(comparison.Path, comparison.At) is { } attribute
            ? Compare(attribute, comparison)
            : HoldsUnassigned(comparison),
        ValuePathFilter valuePath => resolve(valuePath.Path, valuePath.At) is { } attribute
            ? BindValuePath(attribute, valuePath)
            : HoldsUnassigned(valuePath.Then),
        _ => throw new ArgumentException("There is no such kind of filter.", nameof(filter)),
    };

    /// <summary>What a test says of an attribute without a value.</summary>
    private static BoundConstant HoldsUnassigned(FilterExpression? test) => new(test is ComparisonFilter comparison
        && (comparison.Value.Kind == ComparisonValueKind.Null) == (comparison.Operator == ComparisonOperator.Equal)
        && comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual);

    private static BoundValuePath BindValuePath(ResolvedAttribute attribute, ValuePathFilter filter)
    {
        if (attribute.SubAttribute is not null || attribute.Attribute.Type != AttributeType.Complex)
        {
            throw Refused(filter.At, $"{attribute.CanonicalName} has no sub-attributes, so it cannot have brackets.");
        }

        return new BoundValuePath(attribute, BindNode(filter.Filter, Resolve), filter.Then is null ? null : BindNode(filter.Then, Resolve));

        ResolvedAttribute Resolve(AttributePath path, FilterPosition at) =>
            path is { SchemaUri: null, SubAttribute: null } && attribute.Attribute.FindSubAttribute(path.Name) is { IsReadable: true } sub
                ? attribute with { SubAttribute = sub }
                : throw Refused(at, $"{attribute.CanonicalName} has no sub-attribute {path}; expected one of {Names(attribute.Attribute)}.");
    }

    private static BoundFilter Compare(ResolvedAttribute attribute, ComparisonFilter filter)
    {
        var compared = attribute.ComparedValue ?? throw Refused(
            filter.At,
            $"{attribute.CanonicalName} is complex and has no value of its own; expected one of its sub-attributes, {Names(attribute.Attribute)}.");
        if (filter.Value.Kind != ComparisonValueKind.Null)
        {
            CheckOperator(compared, filter);
            return new BoundComparison(compared, filter.Operator, Convert(compared, filter));
        }

        return filter.Operator switch
        {
            ComparisonOperator.Equal => new BoundNot(new BoundPresence(compared)),
            ComparisonOperator.NotEqual => new BoundPresence(compared),
            _ => throw Refused(filter.OperatorAt, $"{compared.CanonicalName} can be compared with null by eq and ne only."),
        };
    }

    private static void CheckOperator(ResolvedAttribute attribute, ComparisonFilter filter)
    {
        var type = attribute.Target.Type;
        var (isText, isOrdered) = (
            type is AttributeType.String or AttributeType.Reference, type is not (AttributeType.Boolean or AttributeType.Binary));
        var allowed = filter.Operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => true,
            ComparisonOperator.Contains or ComparisonOperator.StartsWith or ComparisonOperator.EndsWith => isText,
            _ => isOrdered,
        };
        if (!allowed)
        {
            throw Refused(
                filter.OperatorAt,
                $"{attribute.CanonicalName} is of type {SchemaWriter.Word(type)}; expected one of eq, ne{(isOrdered ? ", gt, ge, lt, le" : "")} and pr.");
        }
    }

    private static BoundValue Convert(ResolvedAttribute attribute, ComparisonFilter filter)
    {
        var target = attribute.Target;
        var literal = filter.Value;
        var value = new BoundValue(target.Type);
        switch (target.Type)
        {
            case AttributeType.Boolean when literal.Kind == ComparisonValueKind.Boolean:
                return value with { Flag = literal.Flag };
            case AttributeType.Integer or AttributeType.Decimal when literal.Kind == ComparisonValueKind.Number:
                return value with { Number = literal.Number };
            case AttributeType.DateTime when literal.Kind == ComparisonValueKind.String && ScimDateTime.TryParse(literal.Text, out var instant):
                return value with { Text = literal.Text, Instant = instant };
            case AttributeType.String or AttributeType.Reference or AttributeType.Binary when literal.Kind == ComparisonValueKind.String:
                return value with { Text = literal.Text, Key = target.IgnoresCase ? ComparisonKey.Of(literal.Text) : literal.Text };
            default:
                throw Refused(filter.ValueAt, $"{attribute.CanonicalName} can only be compared with {Wanted(target.Type)}.");
        }
    }

    private static string Wanted(AttributeType type) => type switch
    {
        AttributeType.Boolean => "true or false, without quotes",
        AttributeType.Integer or AttributeType.Decimal => "a number, without quotes",
        AttributeType.DateTime => "a date and time in quotes, such as \"2026-01-31T12:00:00Z\"",
        _ => "a string in double quotes",
    };

    private static string Names(AttributeDefinition attribute) =>
        string.Join(", ", attribute.SubAttributes.Where(sub => sub.IsReadable).Select(sub => sub.Name));

    private static ScimException Unknown(AttributePath path, FilterPosition at, IReadOnlyList<string> resourceTypeNames) => Refused(
        at, $"{string.Join(" and ", resourceTypeNames)} {(resourceTypeNames.Count == 1 ? "has" : "have")} no attribute {path}; /Schemas lists those there are.");

    private static ScimException Refused(FilterPosition at, string what) => at.Character == 0
        ? ScimException.InvalidFilter(what)
        : ScimException.InvalidFilter(string.Create(CultureInfo.InvariantCulture, $"The filter is wrong at character {at.Character}: {what}"), at.Character);
}

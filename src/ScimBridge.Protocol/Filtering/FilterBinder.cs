using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Looks up a filter's attributes and checks its comparisons (RFC 7644 section 3.4.2.2, table 3).</summary>
public static class FilterBinder
{
    /// <summary>Binds <paramref name="filter"/> to the schemas of a resource type.</summary>
    /// <exception cref="ScimException">
    /// 400 invalidFilter: an attribute does not exist or cannot be compared, an operator does not fit the attribute's type, or a
    /// literal is of another type. The detail names the attribute.
    /// </exception>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public static BoundFilter Bind(FilterExpression filter, SchemaCatalog catalog, string resourceTypeName)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return BindNode(filter, path => catalog.Resolve(resourceTypeName, path) ?? throw Unknown(path, resourceTypeName));
    }

    private static BoundFilter BindNode(FilterExpression filter, Func<AttributePath, ResolvedAttribute> resolve) => filter switch
    {
        LogicalFilter logical => new BoundLogical(logical.Operator, BindNode(logical.Left, resolve), BindNode(logical.Right, resolve)),
        NotFilter not => new BoundNot(BindNode(not.Operand, resolve)),
        PresenceFilter presence => new BoundPresence(resolve(presence.Path)),
        ComparisonFilter comparison => Compare(resolve(comparison.Path), comparison),
        ValuePathFilter valuePath => BindValuePath(resolve(valuePath.Path), valuePath),
        _ => throw new ArgumentException("There is no such kind of filter.", nameof(filter)),
    };

    private static BoundValuePath BindValuePath(ResolvedAttribute attribute, ValuePathFilter filter)
    {
        if (attribute.SubAttribute is not null || attribute.Attribute.Type != AttributeType.Complex)
        {
            throw ScimException.InvalidFilter($"{attribute.CanonicalName} has no sub-attributes, so it cannot have brackets.");
        }

        return new BoundValuePath(attribute, BindNode(filter.Filter, Resolve), filter.Then is null ? null : BindNode(filter.Then, Resolve));

        ResolvedAttribute Resolve(AttributePath path) =>
            path is { SchemaUri: null, SubAttribute: null } && attribute.Attribute.FindSubAttribute(path.Name) is { IsReadable: true } sub
                ? attribute with { SubAttribute = sub }
                : throw ScimException.InvalidFilter($"{attribute.CanonicalName} has no sub-attribute {path}.");
    }

    private static BoundFilter Compare(ResolvedAttribute attribute, ComparisonFilter filter)
    {
        var compared = attribute.ComparedValue ?? throw ScimException.InvalidFilter(
            $"{attribute.CanonicalName} is complex and has no value of its own; compare one of its sub-attributes.");
        if (filter.Value.Kind != ComparisonValueKind.Null)
        {
            CheckOperator(compared, filter.Operator);
            return new BoundComparison(compared, filter.Operator, Convert(compared, filter.Value));
        }

        return filter.Operator switch
        {
            ComparisonOperator.Equal => new BoundNot(new BoundPresence(compared)),
            ComparisonOperator.NotEqual => new BoundPresence(compared),
            _ => throw ScimException.InvalidFilter($"{compared.CanonicalName} can be compared with null by eq and ne only."),
        };
    }

    private static void CheckOperator(ResolvedAttribute attribute, ComparisonOperator comparison)
    {
        var type = attribute.Target.Type;
        var allowed = comparison switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => true,
            ComparisonOperator.Contains or ComparisonOperator.StartsWith or ComparisonOperator.EndsWith =>
                type is AttributeType.String or AttributeType.Reference,
            _ => type is not (AttributeType.Boolean or AttributeType.Binary),
        };
        if (!allowed)
        {
            throw ScimException.InvalidFilter(
                $"{attribute.CanonicalName} is of type {SchemaWriter.Word(type)}, which the filter's operator cannot compare.");
        }
    }

    private static BoundValue Convert(ResolvedAttribute attribute, ComparisonValue literal)
    {
        var target = attribute.Target;
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
                throw ScimException.InvalidFilter($"{attribute.CanonicalName} can only be compared with {Wanted(target.Type)}.");
        }
    }

    private static string Wanted(AttributeType type) => type switch
    {
        AttributeType.Boolean => "true or false, without quotes",
        AttributeType.Integer or AttributeType.Decimal => "a number, without quotes",
        AttributeType.DateTime => "a date and time in quotes, such as \"2026-01-31T12:00:00Z\"",
        _ => "a string in double quotes",
    };

    private static ScimException Unknown(AttributePath path, string resourceTypeName) =>
        ScimException.InvalidFilter($"{resourceTypeName} has no attribute {path}.");
}

using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Storage.Filtering;

/// <summary>Turns a filter into an SQL condition. What <see cref="FilterEvaluator"/> says of a resource, the condition says of its row.</summary>
/// <remarks>Every condition is true or false and never NULL, so that NOT is the exact complement.</remarks>
internal sealed class FilterSql(SqlDialect dialect, AttributeSql attributes, QueryParameters parameters)
{
    private const string EmployeeNumber = $"{ScimSchemaUris.EnterpriseUser}:employeeNumber";

    /// <summary>The condition.</summary>
    public string Condition(BoundFilter filter) => Condition(filter, OnRow);

    /// <summary>How many rows must be looked at to find those that two filters match, of which one at least is there.</summary>
    public static FilterReach ReachOf(BoundFilter? filter, BoundFilter? other) => (filter, other) switch
    {
        ({ } left, { } right) => Max(ReachOf(left), ReachOf(right)),
        _ => (filter ?? other) is { } one ? ReachOf(one) : FilterReach.All,
    };

    /// <summary>How many rows a filter has to look at.</summary>
    public static FilterReach ReachOf(BoundFilter filter) => filter switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => Max(ReachOf(and.Left), ReachOf(and.Right)),
        BoundLogical or => Min(ReachOf(or.Left), ReachOf(or.Right)),
        BoundComparison { Operator: ComparisonOperator.Equal } comparison => ReachOf(comparison.Attribute),
        BoundComparison { Attribute.CanonicalName: "meta.lastModified", Operator: ComparisonOperator.GreaterThan or ComparisonOperator.GreaterThanOrEqual } => FilterReach.Indexed,
        BoundValuePath path when RequiredValue(path) is not null => ReachOf(path.Attribute.ComparedValue!),
        _ => FilterReach.All,
    };

    private static FilterReach ReachOf(ResolvedAttribute attribute) => attribute.CanonicalName switch
    {
        "id" or "externalId" or "userName" or "emails.value" => FilterReach.Few,
        "groups.value" or "members.value" or EmployeeNumber or "meta.lastModified" => FilterReach.Indexed,
        _ => FilterReach.All,
    };

    private static FilterReach Max(FilterReach left, FilterReach right) => left > right ? left : right;

    private static FilterReach Min(FilterReach left, FilterReach right) => left < right ? left : right;

    private string Condition(BoundFilter filter, Func<ResolvedAttribute, SqlLeaf> leafOf) => filter switch
    {
        BoundLogical logical => Chain(logical, leafOf),
        BoundNot not => $"NOT ({Condition(not.Operand, leafOf)})",
        BoundConstant constant => constant.Holds ? "TRUE" : "FALSE",
        BoundPresence presence => leafOf(presence.Attribute).Exists,
        BoundComparison comparison => Compare(comparison, leafOf),
        BoundValuePath path => ValuePath(path),
        _ => throw new ArgumentException("There is no such kind of filter.", nameof(filter)),
    };

    // As a balanced tree: SQLite refuses expressions nested deeper than a thousand, and a chain nests once a term.
    private string Chain(BoundLogical chain, Func<ResolvedAttribute, SqlLeaf> leafOf)
    {
        var operands = new List<BoundFilter>();
        for (BoundFilter next = chain; ;)
        {
            if (next is BoundLogical link && link.Operator == chain.Operator)
            {
                operands.Add(link.Right);
                next = link.Left;
            }
            else
            {
                operands.Add(next);
                break;
            }
        }

        operands.Reverse();
        return Balanced([.. operands.Select(operand => Condition(operand, leafOf))], chain.Operator is LogicalOperator.And ? " AND " : " OR ");
    }

    private static string Balanced(ReadOnlySpan<string> conditions, string between) => conditions.Length == 1
        ? conditions[0]
        : $"({Balanced(conditions[..(conditions.Length / 2)], between)}{between}{Balanced(conditions[(conditions.Length / 2)..], between)})";

    private SqlLeaf OnRow(ResolvedAttribute attribute)
    {
        if (attribute.Attribute.MultiValued)
        {
            var elements = attributes.Elements(attribute);
            var isWhole = attribute.SubAttribute is null && attribute.Attribute.Type == AttributeType.Complex;
            return new SqlLeaf(isWhole ? "1" : elements.ValueOf(attribute.SubAttribute), elements.From, elements.Where);
        }

        return attribute.Target.Type == AttributeType.Complex
            ? new SqlLeaf($"(CASE WHEN {attributes.HasComplex(attribute)} THEN 1 END)")
            : new SqlLeaf(attributes.Single(attribute));
    }

    private string Compare(BoundComparison comparison, Func<ResolvedAttribute, SqlLeaf> leafOf)
    {
        if (leafOf == OnRow && comparison.Operator is ComparisonOperator.Equal && attributes.Among(comparison.Attribute, comparison.Value.Key) is { } among)
        {
            return among;
        }

        var leaf = leafOf(comparison.Attribute);
        var literal = Literal(comparison.Value);
        return comparison.Operator is ComparisonOperator.NotEqual
            ? $"(NOT ({leaf.Exists}) OR {leaf.Any($"({leaf.Value} IS NOT NULL AND {leaf.Value} <> {literal})")})"
            : leaf.Any($"({leaf.Value} IS NOT NULL AND {Holds(leaf.Value, comparison, literal)})");
    }

    private string Holds(string value, BoundComparison comparison, string literal) => comparison.Operator switch
    {
        ComparisonOperator.Equal => $"{value} = {literal}",
        ComparisonOperator.GreaterThan => $"{value} > {literal}",
        ComparisonOperator.GreaterThanOrEqual => $"{value} >= {literal}",
        ComparisonOperator.LessThan => $"{value} < {literal}",
        ComparisonOperator.LessThanOrEqual => $"{value} <= {literal}",

        // Every value contains, starts and ends with the empty text.
        _ when comparison.Value.Key.Length == 0 => "TRUE",
        ComparisonOperator.Contains => dialect.Contains(value, literal),
        ComparisonOperator.StartsWith => dialect.StartsWith(value, literal),
        ComparisonOperator.EndsWith => dialect.EndsWith(value, literal),
        _ => throw new ArgumentException("There is no such operator.", nameof(comparison)),
    };

    private string Literal(BoundValue value) => value.Type switch
    {
        AttributeType.Boolean => value.Flag ? "TRUE" : "FALSE",
        AttributeType.DateTime => parameters.Add(value.Instant.Ticks),
        AttributeType.Integer or AttributeType.Decimal => parameters.Add(dialect.Number(value.Number)),
        _ => parameters.Add(value.Key),
    };

    private string ValuePath(BoundValuePath path)
    {
        var condition = path.Attribute.Attribute.MultiValued ? ElementPath(path) : SinglePath(path);
        return RequiredValue(path) is { } key && attributes.Among(path.Attribute.ComparedValue!, key) is { } among
            ? $"({among} AND {condition})"
            : condition;
    }

    private string ElementPath(BoundValuePath path)
    {
        var elements = attributes.Elements(path.Attribute);
        var picked = Condition(path.Filter, attribute => new SqlLeaf(elements.ValueOf(attribute.SubAttribute)));
        return path.Then is null
            ? new SqlLeaf("1", elements.From, elements.Where).Any(picked)
            : Condition(path.Then, attribute => new SqlLeaf(
                elements.ValueOf(attribute.SubAttribute), elements.From, $"{elements.Where} AND {picked}"));
    }

    private string SinglePath(BoundValuePath path)
    {
        var picked = $"({attributes.HasComplex(path.Attribute)} AND {Condition(path.Filter, OnRow)})";
        return path.Then is null
            ? picked
            : Condition(path.Then, attribute => new SqlLeaf($"(CASE WHEN {picked} THEN {attributes.Single(attribute)} END)"));
    }

    /// <summary>The text that one of the attribute's values must equal for the path to hold, or null.</summary>
    private static string? RequiredValue(BoundValuePath path) => Required(path.Then) ?? (NeedsValue(path.Then) ? Required(path.Filter) : null);

    // "ne" and "eq null" also hold where the brackets pick nothing.
    private static bool NeedsValue(BoundFilter? then) =>
        then is null or BoundPresence or BoundComparison { Operator: not ComparisonOperator.NotEqual };

    private static string? Required(BoundFilter? filter) => filter switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => Required(and.Left) ?? Required(and.Right),
        BoundComparison { Operator: ComparisonOperator.Equal, Attribute.SubAttribute.Name: "value" } comparison => comparison.Value.Key,
        _ => null,
    };
}

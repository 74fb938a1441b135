using System.Linq.Expressions;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Storage.Filtering;

/// <summary>Turns a filter into a condition that becomes SQL. What can't become SQL is refused, never evaluated in memory.</summary>
/// <param name="columns">The columns by the attributes' canonical names.</param>
internal sealed class FilterTranslator<T>(IReadOnlyDictionary<string, FilterColumn<T>> columns)
{
    private readonly ParameterExpression row = Expression.Parameter(typeof(T), "row");

    /// <summary>The condition.</summary>
    /// <exception cref="ScimException">400 invalidFilter: an attribute or comparison is not supported.</exception>
    public Expression<Func<T, bool>> Translate(BoundFilter filter) => Expression.Lambda<Func<T, bool>>(Condition(filter), row);

    private Expression Condition(BoundFilter filter) => filter switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => Expression.AndAlso(Condition(and.Left), Condition(and.Right)),
        BoundLogical or => Expression.OrElse(Condition(or.Left), Condition(or.Right)),
        BoundNot not => Expression.Not(Condition(not.Operand)),
        BoundPresence presence => OnRow(Column(presence.Attribute.CanonicalName).IsPresent),
        BoundComparison comparison => OnRow(
            Column(comparison.Attribute.CanonicalName).Compare(comparison.Operator, comparison.Value)
                ?? throw ScimException.InvalidFilter($"This comparison of {comparison.Attribute.CanonicalName} is not supported yet; eq, ne and pr are.")),
        BoundValuePath path => throw ScimException.InvalidFilter(
            $"Conditions in brackets, as on {path.Attribute.CanonicalName}, are not supported yet."),
        _ => throw ScimException.InvalidFilter("This kind of filter is not supported yet."),
    };

    private FilterColumn<T> Column(string canonicalName) => columns.TryGetValue(canonicalName, out var column)
        ? column
        : throw ScimException.InvalidFilter(
            $"Filtering by {canonicalName} is not supported yet; these attributes are: {string.Join(", ", columns.Keys)}.");

    private Expression OnRow(Expression<Func<T, bool>> condition) =>
        new ParameterReplacer(condition.Parameters[0], row).Visit(condition.Body);

    private sealed class ParameterReplacer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

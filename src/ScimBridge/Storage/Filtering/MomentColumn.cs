using System.Linq.Expressions;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Storage.Filtering;

/// <summary>An attribute that is a moment in every row; moments are compared as instants (RFC 7644 section 3.4.2.2).</summary>
internal sealed record MomentColumn<T>(Expression<Func<T, DateTimeOffset>> Column) : FilterColumn<T>
{
    /// <inheritdoc/>
    public override Expression<Func<T, bool>> IsPresent => _ => true;

    /// <inheritdoc/>
    public override Expression<Func<T, bool>>? Compare(ComparisonOperator comparison, BoundValue value)
    {
        var instant = FilterParameter.Of(new DateTimeOffset(DateTime.SpecifyKind(value.Instant, DateTimeKind.Utc)));
        Expression? condition = comparison switch
        {
            ComparisonOperator.Equal => Expression.Equal(Column.Body, instant),
            ComparisonOperator.NotEqual => Expression.NotEqual(Column.Body, instant),
            ComparisonOperator.GreaterThan => Expression.GreaterThan(Column.Body, instant),
            ComparisonOperator.GreaterThanOrEqual => Expression.GreaterThanOrEqual(Column.Body, instant),
            ComparisonOperator.LessThan => Expression.LessThan(Column.Body, instant),
            ComparisonOperator.LessThanOrEqual => Expression.LessThanOrEqual(Column.Body, instant),
            _ => null,
        };
        return condition is null ? null : Expression.Lambda<Func<T, bool>>(condition, Column.Parameters);
    }
}

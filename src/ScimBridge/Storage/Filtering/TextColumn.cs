using System.Linq.Expressions;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Storage.Filtering;

/// <summary>An attribute of text: the column holds it, or its comparison key where the attribute ignores case.</summary>
internal sealed record TextColumn<T>(Expression<Func<T, string?>> Column) : FilterColumn<T>
{
    /// <inheritdoc/>
    public override Expression<Func<T, bool>> IsPresent { get; } =
        Expression.Lambda<Func<T, bool>>(Expression.NotEqual(Column.Body, Null), Column.Parameters);

    private static Expression Null => Expression.Constant(null, typeof(string));

    /// <inheritdoc/>
    public override Expression<Func<T, bool>>? Compare(ComparisonOperator comparison, BoundValue value)
    {
        var equal = Expression.Equal(Column.Body, FilterParameter.Of(value.Key));
        Expression? condition = comparison switch
        {
            ComparisonOperator.Equal => equal,
            ComparisonOperator.NotEqual => Expression.OrElse(Expression.Equal(Column.Body, Null), Expression.Not(equal)),
            _ => null,
        };
        return condition is null ? null : Expression.Lambda<Func<T, bool>>(condition, Column.Parameters);
    }
}

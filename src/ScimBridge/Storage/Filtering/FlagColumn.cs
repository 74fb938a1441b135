using System.Linq.Expressions;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Storage.Filtering;

/// <summary>An attribute that is true or false in every row.</summary>
internal sealed record FlagColumn<T>(Expression<Func<T, bool>> Column) : FilterColumn<T>
{
    /// <inheritdoc/>
    public override Expression<Func<T, bool>> IsPresent => _ => true;

    /// <inheritdoc/>
    public override Expression<Func<T, bool>>? Compare(ComparisonOperator comparison, BoundValue value) => comparison switch
    {
        ComparisonOperator.Equal => Is(value.Flag),
        ComparisonOperator.NotEqual => Is(!value.Flag),
        _ => null,
    };

    private Expression<Func<T, bool>> Is(bool flag) =>
        Expression.Lambda<Func<T, bool>>(Expression.Equal(Column.Body, Expression.Constant(flag)), Column.Parameters);
}

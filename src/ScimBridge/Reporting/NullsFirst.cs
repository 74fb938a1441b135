using System.Linq.Expressions;

namespace ScimBridge.Reporting;

/// <summary>Sorts rows without a value first, and last when descending, as OData says (4.01 part 1 section 11.2.6.2): databases differ.</summary>
internal sealed class NullsFirst : ExpressionVisitor
{
    /// <summary>The same order, with a key before each that may be null which says whether it is.</summary>
    public static IOrderedQueryable<T> Apply<T>(IOrderedQueryable<T> sorted) =>
        (IOrderedQueryable<T>)sorted.Provider.CreateQuery<T>(new NullsFirst().Visit(sorted.Expression));

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable) || Next(node.Method.Name) is not { } next
            || node.Arguments is not [var rows, UnaryExpression { Operand: LambdaExpression key }] || !MayBeNull(key.ReturnType))
        {
            return base.VisitMethodCall(node);
        }

        var hasValue = Expression.Lambda(Expression.NotEqual(key.Body, Expression.Constant(null, key.ReturnType)), key.Parameters);
        var rowType = key.Parameters[0].Type;
        var valuesLast = Expression.Call(typeof(Queryable), node.Method.Name, [rowType, typeof(bool)], Visit(rows), Expression.Quote(hasValue));
        return Expression.Call(typeof(Queryable), next, [rowType, key.ReturnType], valuesLast, Expression.Quote(key));
    }

    private static string? Next(string method) => method switch
    {
        nameof(Queryable.OrderBy) or nameof(Queryable.ThenBy) => nameof(Queryable.ThenBy),
        nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenByDescending) => nameof(Queryable.ThenByDescending),
        _ => null,
    };

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}

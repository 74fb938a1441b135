using System.Linq.Expressions;

namespace ScimBridge.Reporting;

/// <summary>Makes StartsWith and EndsWith compare by substring, because EF Core says LIKE, which ignores ASCII case on SQLite.</summary>
internal sealed class OrdinalPrefixes : ExpressionVisitor
{
    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(string) || node is not { Object: { } given, Arguments: [{ } part] } || part.Type != typeof(string))
        {
            return base.VisitMethodCall(node);
        }

        return node.Method.Name switch
        {
            nameof(string.StartsWith) => Equal(Visit(given), Visit(part), fromEnd: false),
            nameof(string.EndsWith) => Equal(Visit(given), Visit(part), fromEnd: true),
            _ => base.VisitMethodCall(node),
        };
    }

    private static BinaryExpression Equal(Expression text, Expression part, bool fromEnd)
    {
        var length = Expression.Property(part, nameof(string.Length));
        var textLength = Expression.Property(text, nameof(string.Length));
        Expression start = fromEnd ? Expression.Subtract(textLength, length) : Expression.Constant(0);
        var cut = Expression.Call(text, nameof(string.Substring), null, start, length);

        // The length first: a shorter text has nothing to cut, and a negative start means something else on each database.
        return Expression.AndAlso(Expression.GreaterThanOrEqual(textLength, length), Expression.Equal(cut, part));
    }
}

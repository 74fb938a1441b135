using System.Linq.Expressions;

namespace ScimBridge.Storage.Filtering;

/// <summary>Makes expressions of values that EF Core sends as parameters: a constant would be part of the SQL, and every value another query.</summary>
internal static class FilterParameter
{
    /// <summary>An expression whose value is <paramref name="value"/>.</summary>
    public static Expression Of<T>(T value) => Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<T>.Value));

    private sealed record Holder<T>(T Value);
}

using System.Linq.Expressions;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Storage.Filtering;

/// <summary>Where a filter finds an attribute in a row.</summary>
internal abstract record FilterColumn<T>
{
    /// <summary>The condition that the attribute compares so; null when the comparison is not supported.</summary>
    public abstract Expression<Func<T, bool>>? Compare(ComparisonOperator comparison, BoundValue value);

    /// <summary>The condition that the attribute has a value.</summary>
    public abstract Expression<Func<T, bool>> IsPresent { get; }
}

using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>An attribute compared with a literal, such as <c>userName eq "bjensen"</c>.</summary>
/// <param name="Path">The attribute; in brackets a sub-attribute of the attribute before them.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">The literal.</param>
public sealed record ComparisonFilter(AttributePath Path, ComparisonOperator Operator, ComparisonValue Value) : FilterExpression
{
    /// <summary>Where the attribute stands.</summary>
    public FilterPosition At { get; init; }

    /// <summary>Where the operator stands.</summary>
    public FilterPosition OperatorAt { get; init; }

    /// <summary>Where the literal stands.</summary>
    public FilterPosition ValueAt { get; init; }
}

namespace ScimBridge.Protocol.Filtering;

/// <summary>Two filters joined.</summary>
/// <param name="Operator">How they are joined.</param>
/// <param name="Left">The filter on the left.</param>
/// <param name="Right">The filter on the right.</param>
public sealed record BoundLogical(LogicalOperator Operator, BoundFilter Left, BoundFilter Right) : BoundFilter;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Two filters joined. A chain leans to the left: <c>a and b and c</c> is <c>(a and b) and c</c>.</summary>
/// <param name="Operator">How they are joined.</param>
/// <param name="Left">The filter on the left.</param>
/// <param name="Right">The filter on the right.</param>
public sealed record LogicalFilter(LogicalOperator Operator, FilterExpression Left, FilterExpression Right) : FilterExpression;

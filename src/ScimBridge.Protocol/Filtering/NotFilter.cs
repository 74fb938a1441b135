namespace ScimBridge.Protocol.Filtering;

/// <summary>Matches exactly what <paramref name="Operand"/> does not.</summary>
/// <param name="Operand">The filter in the parentheses.</param>
public sealed record NotFilter(FilterExpression Operand) : FilterExpression;

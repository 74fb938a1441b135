namespace ScimBridge.Protocol.Filtering;

/// <summary>Matches exactly what <paramref name="Operand"/> does not, unassigned attributes included.</summary>
/// <param name="Operand">The filter in the parentheses.</param>
public sealed record BoundNot(BoundFilter Operand) : BoundFilter;

using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>The values of an attribute compared with a literal that is not null.</summary>
/// <param name="Attribute">What is compared: never complex, since <c>emails co "x"</c> is bound to <c>emails.value</c>.</param>
/// <param name="Operator">How; <see cref="ComparisonOperator.NotEqual"/> also holds without any value, every other only for a value.</param>
/// <param name="Value">The literal in the attribute's type.</param>
/// <remarks><c>eq null</c> and <c>ne null</c> are a <see cref="BoundPresence"/>, the former in a <see cref="BoundNot"/>.</remarks>
public sealed record BoundComparison(ResolvedAttribute Attribute, ComparisonOperator Operator, BoundValue Value) : BoundFilter;

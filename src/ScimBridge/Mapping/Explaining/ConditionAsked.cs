using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Explaining;

/// <summary>What a condition asked of a field, and what came of it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Field">The field as it was.</param>
/// <param name="Held">Whether the condition held.</param>
internal sealed record ConditionAsked(Condition Condition, FieldTried? Field, bool Held);

namespace ScimBridge.Mapping.Explaining;

/// <summary>Where the value of one attribute comes from.</summary>
/// <param name="Attribute">The attribute as clients write it.</param>
/// <param name="Value">The value as in the resource: text as it is, anything else as JSON; null where the rule leaves the attribute out.</param>
/// <param name="Rule">What decided: <c>default</c>, <c>rules/attributes/3</c>, <c>userName rule</c>, or <c>custom attribute x</c>.</param>
/// <param name="Fields">The fields that were tried, in their order.</param>
internal sealed record AttributeExplanation(string Attribute, string? Value, string Rule, IReadOnlyList<FieldTried> Fields);

namespace ScimBridge.Mapping.Rules;

/// <summary>Something that holds for an employee or not: exactly one of all, any, not, or what is said of a field.</summary>
internal sealed record Condition
{
    /// <summary>Conditions that all must hold.</summary>
    public IReadOnlyList<Condition>? All { get; init; }

    /// <summary>Conditions of which one must hold.</summary>
    public IReadOnlyList<Condition>? Any { get; init; }

    /// <summary>A condition that must not hold.</summary>
    public Condition? Not { get; init; }

    /// <summary>The id of a field of the HR system, or one of <see cref="PseudoFields"/>.</summary>
    public string? Field { get; init; }

    /// <summary>What is said of the field.</summary>
    public ConditionOperator? Op { get; init; }

    /// <summary>What the field is compared with.</summary>
    public string? Value { get; init; }

    /// <summary>With <see cref="ConditionOperator.In"/>, what the field is compared with.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

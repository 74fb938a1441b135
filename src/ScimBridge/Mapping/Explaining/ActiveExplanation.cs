namespace ScimBridge.Mapping.Explaining;

/// <summary>Why a user is active or not.</summary>
internal sealed record ActiveExplanation
{
    /// <summary>Whether the user is.</summary>
    public required bool Active { get; init; }

    /// <summary>What the rules make of the person: <see cref="PersonStanding"/>.</summary>
    public required PersonStanding Standing { get; init; }

    /// <summary>Why: a code of <see cref="StandingReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The state of the employment in the HR system's words.</summary>
    public required string? Status { get; init; }

    /// <summary>The setting that decided, such as <c>lifecycle.preHire: active, lifecycle.preHireDays: 7</c>; null where no setting does.</summary>
    public required string? Policy { get; init; }

    /// <summary>The days that decided, by what they are: <c>startDate</c>, <c>terminationDate</c>.</summary>
    public required IReadOnlyDictionary<string, DateOnly?> Dates { get; init; }

    /// <summary>The fields that were looked at.</summary>
    public required IReadOnlyList<FieldTried> Fields { get; init; }

    /// <summary>What the scope's conditions asked, and whether each held; empty without a scope.</summary>
    public required IReadOnlyList<ConditionAsked> Scope { get; init; }
}

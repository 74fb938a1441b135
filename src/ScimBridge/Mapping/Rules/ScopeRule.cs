namespace ScimBridge.Mapping.Rules;

/// <summary>Which employees become users.</summary>
internal sealed record ScopeRule
{
    /// <summary>What holds for those who do.</summary>
    public required Condition Condition { get; init; }

    /// <summary>After how many days users for whom it no longer holds are deleted, 0 for at once; null keeps them, inactive. 0 to 3650.</summary>
    public int? DeleteAfterDays { get; init; }
}

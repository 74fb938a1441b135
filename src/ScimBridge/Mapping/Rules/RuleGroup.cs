namespace ScimBridge.Mapping.Rules;

/// <summary>A group of those for whom a condition holds.</summary>
internal sealed record RuleGroup
{
    /// <summary>The group's identifier, which never changes: a letter or digit, then letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>What holds for its members.</summary>
    public required Condition Condition { get; init; }
}

namespace ScimBridge.Mapping.Rules;

/// <summary>What groups are made from, and which of them are shown.</summary>
internal sealed record GroupSettings
{
    /// <summary>What groups are made from: departments and sites unless said otherwise.</summary>
    public IReadOnlyList<GroupSourceRule> Sources { get; init; } =
    [
        new() { Kind = GroupSourceKind.Department },
        new() { Kind = GroupSourceKind.Site },
    ];

    /// <summary>Groups of those for whom a condition holds.</summary>
    public IReadOnlyList<RuleGroup> Rules { get; init; } = [];

    /// <summary>Whether groups without members are shown.</summary>
    public bool EmptyGroups { get; init; } = true;

    /// <summary>When groups are shown whose item the HR system has archived.</summary>
    public ArchivedGroups ArchivedGroups { get; init; }

    /// <summary>Whether inactive users are members.</summary>
    public bool InactiveMembers { get; init; }
}

namespace ScimBridge.Mapping.Explaining;

/// <summary>Why a user is in a group.</summary>
internal sealed record GroupExplanation
{
    /// <summary>The group's SCIM id.</summary>
    public required string Id { get; init; }

    /// <summary>The group's name.</summary>
    public required string? Name { get; init; }

    /// <summary>What the group is made from; null when no rule of today puts the user into it.</summary>
    public required GroupKey? Key { get; init; }

    /// <summary>The field that says so; null for a group that is made from none.</summary>
    public FieldTried? Field { get; init; }

    /// <summary>The group below it through which the user is in it; null for one that the person's own item is of.</summary>
    public GroupKey? InheritedFrom { get; init; }

    /// <summary>What the group's conditions asked, and whether each held.</summary>
    public IReadOnlyList<ConditionAsked> Conditions { get; init; } = [];
}

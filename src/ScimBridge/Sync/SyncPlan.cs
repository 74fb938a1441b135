using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>The difference between what was read and what is stored.</summary>
internal sealed record SyncPlan
{
    /// <summary>Users that are new or change, in the order in which they were read.</summary>
    public required IReadOnlyList<UserChange> Users { get; init; }

    /// <summary>Users that go.</summary>
    public required IReadOnlyList<DeletedUser> Deleted { get; init; }

    /// <summary>Groups that are new, change or go.</summary>
    public required IReadOnlyList<GroupChange> Groups { get; init; }

    /// <summary>Memberships that begin or end.</summary>
    public required MembershipChanges Memberships { get; init; }

    /// <summary>What the gate looks at beyond the counts.</summary>
    public required PlanEffects Effects { get; init; }

    /// <summary>How many users stay as they are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>What the directory adds to our extension from the next version on; null for nothing.</summary>
    public string? CustomAttributes { get; init; }

    /// <summary>Whether that differs from the published version, so that readers see other schemas even if no resource changes.</summary>
    public bool ChangesSchema { get; init; }

    /// <summary>The totals of the next version.</summary>
    public required PlanTotals Totals { get; init; }

    /// <summary>What was odd about people or the whole.</summary>
    public required IReadOnlyList<SourceIssue> Issues { get; init; }

    /// <summary>Whether applying it makes a version that a reader could tell from the published one.</summary>
    public bool ChangesAnything =>
        Users.Any(change => change.Kind is not UserChangeKind.Refreshed) || Deleted.Count > 0 || Groups.Count > 0
        || Memberships.Closed.Count > 0 || Memberships.Opened.Count > 0 || ChangesSchema;

    /// <summary>How many users it deactivates or deletes.</summary>
    public int Removing => Count(UserChangeKind.Deactivated) + Deleted.Count;

    /// <summary>How many rows applying it begins or ends, nearly: how much work it is.</summary>
    public int Size => Users.Count(change => change.Kind is not UserChangeKind.Refreshed) + Deleted.Count + Groups.Count
        + Memberships.Closed.Count + Memberships.Opened.Count;

    /// <summary>How many users change in this way.</summary>
    public int Count(UserChangeKind kind) => Users.Count(change => change.Kind == kind);
}

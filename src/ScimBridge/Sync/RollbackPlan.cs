using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>The difference between the published version and an earlier one that is to come back.</summary>
internal sealed record RollbackPlan
{
    /// <summary>The version that is to come back.</summary>
    public required DirectoryVersionRecord Target { get; init; }

    /// <summary>Users that differ.</summary>
    public required IReadOnlyList<RestoredRow<UserRecord>> Users { get; init; }

    /// <summary>Groups that differ.</summary>
    public required IReadOnlyList<RestoredRow<GroupRecord>> Groups { get; init; }

    /// <summary>Memberships that differ.</summary>
    public required IReadOnlyList<RestoredRow<MembershipRecord>> Memberships { get; init; }

    /// <summary>The changes as plans keep them.</summary>
    public required IReadOnlyList<PlanChangeRecord> Changes { get; init; }

    /// <summary>What the gate looks at beyond the counts.</summary>
    public required PlanEffects Effects { get; init; }

    /// <summary>How many rows applying it ends and begins: how much work it is.</summary>
    public int Size => Rows(Users) + Rows(Groups) + Rows(Memberships);

    /// <summary>How many changes are of a kind, of users.</summary>
    public int CountUsers(PlanChangeKind kind) => Changes.Count(change => change.ResourceType == "User" && change.Kind == kind);

    private static int Rows<T>(IReadOnlyList<RestoredRow<T>> pairs)
        where T : class, IVersionedRecord => pairs.Count(pair => pair.Now is not null) + pairs.Count(pair => pair.Then is not null);
}

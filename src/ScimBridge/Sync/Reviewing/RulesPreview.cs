namespace ScimBridge.Sync.Reviewing;

/// <summary>What rules would change if they came into force.</summary>
internal sealed record RulesPreview
{
    /// <summary>How many users there are to be.</summary>
    public required int Users { get; init; }

    /// <summary>How many users would change in one way or another.</summary>
    public required int Changed { get; init; }

    /// <summary>How many would become inactive.</summary>
    public required int Deactivated { get; init; }

    /// <summary>How many would become active.</summary>
    public required int Reactivated { get; init; }

    /// <summary>How many would go.</summary>
    public required int Deleted { get; init; }

    /// <summary>How many groups would come, change or go.</summary>
    public required int Groups { get; init; }

    /// <summary>How many people change per attribute; of multi-valued ones per type.</summary>
    public required IReadOnlyDictionary<string, int> PeoplePerAttribute { get; init; }

    /// <summary>Fields that the rules name and that were never read: what would come of them is not in the figures.</summary>
    public required IReadOnlyList<string> UnreadFields { get; init; }

    /// <summary>Whether everybody is read before or after the rules come into force: for those fields, or for people who are no users yet, who are not in the figures either.</summary>
    public required bool NeedsRead { get; init; }

    /// <summary>Why the safety gate would hold it; empty when it would not.</summary>
    public required IReadOnlyList<GateObjection> Objections { get; init; }

    /// <summary>The person asked for, before and after; null when nobody was, or there is no such user.</summary>
    public required PersonPreview? Person { get; init; }
}

using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A directory as the admin API shows it; never with the service user's token.</summary>
internal sealed record DirectoryView
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string? Organization { get; init; }

    public required int OrganizationId { get; init; }

    /// <summary>Who says what it is called and where it is read: <c>settings</c>, <c>admin</c> or <c>demo</c>.</summary>
    public required DirectoryOrigin Origin { get; init; }

    public required string State { get; init; }

    /// <summary>Since when it has been in this state.</summary>
    public required DateTime? StateSince { get; init; }

    /// <summary>What to do next; null when there is nothing to do.</summary>
    public required string? Advice { get; init; }

    /// <summary>From when on everything of it is removed; null while it is not being deleted.</summary>
    public required DateTime? DeleteAfter { get; init; }

    /// <summary>Since when its syncs are paused; null while they are not.</summary>
    public required DateTime? SyncPausedSince { get; init; }

    /// <summary>Why they are paused.</summary>
    public required string? SyncPauseReason { get; init; }

    /// <summary>The plan that waits for a decision; null when none does.</summary>
    public required Guid? HeldPlan { get; init; }

    /// <summary>How many syncs have failed in a row.</summary>
    public required int FailuresInARow { get; init; }

    /// <summary>The revision of the mapping rules in force; 0 for the default ones.</summary>
    public required int RulesRevision { get; init; }

    public required HiBobLinkView HiBob { get; init; }

    public required int Version { get; init; }

    public required DirectoryCounts Counts { get; init; }

    public required int IntervalMinutes { get; init; }

    public required DateTime? FirstSyncAt { get; init; }

    public required DateTime? LastGoodReadAt { get; init; }

    /// <summary>The last sync that ended; null before there is one.</summary>
    public required LastSyncView? LastSync { get; init; }

    /// <summary>Until when the schedule stays away from the HR system after failures; null when it does not.</summary>
    public required DateTime? BackedOffUntil { get; init; }

    /// <summary>When the schedule runs next, after backing off; null for a paused directory and before the first sync.</summary>
    public required DateTime? NextSyncAt { get; init; }

    /// <summary>The id of the recurring job on the Hangfire dashboard.</summary>
    public required string JobId { get; init; }
}

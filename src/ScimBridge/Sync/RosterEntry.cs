using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>One person of a sync, with what deciding about the others takes; the rest is read again when it is needed.</summary>
internal sealed class RosterEntry
{
    /// <summary>The value of <see cref="ReadIndex"/> for a person whose fields come from the store.</summary>
    public const int FromStore = -1;

    /// <summary>The HR system's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The SCIM id.</summary>
    public required string UserId { get; init; }

    /// <summary>The person's place in the read; <see cref="FromStore"/> for one who is missing there or was rejected.</summary>
    public required int ReadIndex { get; init; }

    /// <summary>Whether the read left fields unmentioned, whose last known values come from the store.</summary>
    public required bool NeedsLastKnown { get; init; }

    /// <summary>The user in the published version; null for a new one.</summary>
    public required StoredUser? Stored { get; init; }

    /// <summary>Since when the HR system no longer returns the person; null while it does.</summary>
    public required DateTimeOffset? MissingSince { get; init; }

    /// <summary>Since when the person is outside the directory's scope; null while inside.</summary>
    public DateTimeOffset? OutOfScopeSince { get; init; }

    /// <summary>When the person's fields were read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The digest of the person's fields.</summary>
    public required Digest FieldsHash { get; init; }

    /// <summary>What the directory's rules make of the person.</summary>
    public required PersonAssessment Assessment { get; init; }

    /// <summary>Whether the user is to be active.</summary>
    public bool Active => MissingSince is null && Assessment.Standing is PersonStanding.Active;

    /// <summary>Why the user is active or not: a code of <see cref="StandingReasons"/>.</summary>
    public string Reason => MissingSince is null ? Assessment.Reason : StandingReasons.Missing;
}

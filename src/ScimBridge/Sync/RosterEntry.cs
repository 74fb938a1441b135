using ScimBridge.Employees;
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

    /// <summary>The digest of the person's fields.</summary>
    public required Digest FieldsHash { get; init; }

    /// <summary>The work e-mail address.</summary>
    public required string? Email { get; init; }

    /// <summary>The SCIM displayName.</summary>
    public required string? DisplayName { get; init; }

    /// <summary>Whether the employment has ended.</summary>
    public required bool Terminated { get; init; }

    /// <summary>Whether the user is to be active.</summary>
    public required bool Active { get; init; }

    /// <summary>When the HR system made the record.</summary>
    public required DateTime? CreatedInSource { get; init; }

    /// <summary>The person's manager.</summary>
    public required EmployeeReference? Manager { get; init; }

    /// <summary>The person's department.</summary>
    public required NamedItem? Department { get; init; }

    /// <summary>The person's site.</summary>
    public required NamedItem? Site { get; init; }
}

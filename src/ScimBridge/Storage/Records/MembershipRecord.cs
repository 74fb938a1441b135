namespace ScimBridge.Storage.Records;

/// <summary>A user's membership of a group, with all that a member entry shows, so that a large group is one index range.</summary>
internal sealed class MembershipRecord : IVersionedRecord
{
    public long RowId { get; set; }

    public int DirectoryId { get; set; }

    public int ValidFrom { get; set; }

    public int ValidTo { get; set; }

    /// <summary>The SCIM id of the group.</summary>
    public required string GroupId { get; set; }

    /// <summary>The user's ordinal, the stable order of members.</summary>
    public int UserOrdinal { get; set; }

    /// <summary>The SCIM id of the user.</summary>
    public required string UserId { get; set; }

    /// <summary>The user's displayName.</summary>
    public string? Display { get; set; }

    /// <summary>What <see cref="Display"/> is compared by.</summary>
    public string? DisplayKey { get; set; }
}

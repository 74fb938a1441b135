namespace ScimBridge.Storage.Records;

/// <summary>One change of a plan.</summary>
internal sealed record PlanChangeRecord
{
    public long RowId { get; set; }

    public Guid RunId { get; set; }

    public int DirectoryId { get; set; }

    public PlanChangeKind Kind { get; set; }

    /// <summary><c>User</c> or <c>Group</c>; of a membership the group's side.</summary>
    public required string ResourceType { get; set; }

    /// <summary>The SCIM id of the resource.</summary>
    public required string ResourceId { get; set; }

    /// <summary>The HR system's id of the person, or the group's source and item.</summary>
    public required string ExternalId { get; set; }

    /// <summary>What people call the resource.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Of a membership, the SCIM id of the user.</summary>
    public string? MemberId { get; set; }

    /// <summary>Why: for users a code of who is active and why, such as <c>terminated</c> or <c>missing</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>What changes attribute by attribute, as a JSON array of <c>{"attribute", "old", "new"}</c>; null for resources that come or go.</summary>
    public string? Attributes { get; set; }

    /// <summary>The hash of what the resource will be; null for one that goes.</summary>
    public byte[]? Hash { get; set; }
}

namespace ScimBridge.Storage.Records;

/// <summary>One company of an HR system, linked for an organization.</summary>
internal sealed class DirectoryRecord
{
    public int Id { get; set; }

    /// <summary>The immutable slug, such as <c>acme</c>, from which the ids of its resources are derived.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    public int OrganizationId { get; set; }

    public OrganizationRecord? Organization { get; set; }

    /// <summary>The HR system's base URL.</summary>
    public required string BaseUrl { get; set; }

    public string? ServiceUserId { get; set; }

    /// <summary>The service user's token, encrypted.</summary>
    public string? ProtectedToken { get; set; }

    public int IntervalMinutes { get; set; }

    /// <summary>Whether home addresses are served.</summary>
    public bool IncludeHomeAddress { get; set; }

    /// <summary>How long a person whom the HR system no longer returns is kept, inactive, before being deleted.</summary>
    public int DeleteMissingAfterDays { get; set; }

    /// <summary>Whether the configuration still declares the directory; one that it no longer does is paused, and keeps its data.</summary>
    public bool Paused { get; set; }

    /// <summary>The published version; 0 before the first sync.</summary>
    public int Version { get; set; }

    /// <summary>The version being written and not yet published; null when nothing is.</summary>
    public int? Applying { get; set; }

    public int NextUserOrdinal { get; set; }

    public int NextGroupOrdinal { get; set; }

    /// <summary>When the first sync started; the schedule counts from here.</summary>
    public DateTimeOffset? FirstSyncAt { get; set; }

    public DateTimeOffset? LastSyncStartedAt { get; set; }

    public DateTimeOffset? LastSyncFinishedAt { get; set; }

    /// <summary>When a read last was good, whether or not it changed anything.</summary>
    public DateTimeOffset? LastGoodReadAt { get; set; }

    /// <summary>Since when the HR system has refused the credentials; null when it takes them.</summary>
    public DateTimeOffset? CredentialsRefusedSince { get; set; }

    /// <summary>The run that holds the directory's lease; null when nobody does.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Until when the lease holds unless renewed.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

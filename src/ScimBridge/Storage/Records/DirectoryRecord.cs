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

    /// <summary>Who says what the directory is called, where it is read and how.</summary>
    public DirectoryOrigin Origin { get; set; }

    /// <summary>Counts the changes of what is said of it, so that nobody overwrites a change that they have not seen.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The HR system's base URL.</summary>
    public required string BaseUrl { get; set; }

    public string? ServiceUserId { get; set; }

    /// <summary>The service user's token, encrypted.</summary>
    public string? ProtectedToken { get; set; }

    /// <summary>The last characters of the service user's token, to tell it from another one; null where it is too short for that.</summary>
    public string? TokenHint { get; set; }

    /// <summary>Since when it has been linked as it is; null while it is not.</summary>
    public DateTimeOffset? CredentialsSetAt { get; set; }

    /// <summary>Since when it has had no credentials; null while it has some.</summary>
    public DateTimeOffset? UnlinkedSince { get; set; }

    public int IntervalMinutes { get; set; }

    /// <summary>Whether home addresses are served.</summary>
    public bool IncludeHomeAddress { get; set; }

    /// <summary>Days for which a person whom the HR system no longer returns is kept, inactive, before being deleted; 0 for ever.</summary>
    public int DeleteMissingAfterDays { get; set; }

    /// <summary>Whether the settings no longer declare a directory that came from there: it is neither read nor served, and keeps its data.</summary>
    public bool Paused { get; set; }

    /// <summary>Since when they no longer do; null while they do.</summary>
    public DateTimeOffset? PausedSince { get; set; }

    /// <summary>Since when the directory is being deleted; null while it is not.</summary>
    public DateTimeOffset? DeletingSince { get; set; }

    /// <summary>From when on everything of it is removed, and it can't be brought back; null while it is not being deleted.</summary>
    public DateTimeOffset? DeleteAfter { get; set; }

    /// <summary>Since when syncing is paused though the directory is served on; null while it is not.</summary>
    public DateTimeOffset? SyncPausedSince { get; set; }

    /// <summary>Why syncing is paused, in words.</summary>
    public string? SyncPauseReason { get; set; }

    /// <summary>The revision of the mapping rules that were saved last; 0 for the default ones.</summary>
    public int RulesRevision { get; set; }

    /// <summary>
    /// The revision by which the published version is mapped. It follows <see cref="RulesRevision"/> when a plan that maps everybody by
    /// that is applied, and not while such a plan is held: single people are mapped as everybody else is.
    /// </summary>
    public int AppliedRulesRevision { get; set; }

    /// <summary>How many people may always be deactivated or deleted within 24 hours.</summary>
    public int GatePeople { get; set; } = 5;

    /// <summary>Which share of those active may be, in percent.</summary>
    public int GatePercent { get; set; } = 10;

    /// <summary>For which share of those who have it an attribute may be emptied, and which share may move to another e-mail domain, in percent.</summary>
    public int GateAttributePercent { get; set; } = 50;

    /// <summary>How many days of history are kept.</summary>
    public int HistoryDays { get; set; } = 30;

    /// <summary>How many days plans are kept.</summary>
    public int PlanDays { get; set; } = 30;

    /// <summary>The secret that the HR system signs webhooks with, encrypted; null when there are none.</summary>
    public string? ProtectedWebhookSecret { get; set; }

    /// <summary>The run whose plan waits for a decision; null when none does.</summary>
    public Guid? HeldRunId { get; set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    /// <summary>How many syncs have failed in a row.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>Before when the schedule does not try again, after failures; null when it does.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The state of which the last event was written.</summary>
    public string? LastState { get; set; }

    /// <summary>Since when it has been in that state.</summary>
    public DateTimeOffset? LastStateAt { get; set; }

    /// <summary>The oldest version whose rows are complete; older ones can't be read any more.</summary>
    public int OldestVersion { get; set; } = 1;

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

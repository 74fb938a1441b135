namespace ScimBridge.Storage.Records;

/// <summary>One read of a directory and what came of it.</summary>
internal sealed class SyncRunRecord
{
    public Guid Id { get; set; }

    public int DirectoryId { get; set; }

    /// <summary>Who asked for it.</summary>
    public SyncTrigger Trigger { get; set; }

    /// <summary>What it is to do.</summary>
    public SyncKind Kind { get; set; }

    /// <summary>The account or API key that asked for it; null when nobody did.</summary>
    public string? RequestedBy { get; set; }

    /// <summary>What the run is about, as its kind needs it: the ids of people as a JSON array, the run whose plan was approved, or a version.</summary>
    public string? Subject { get; set; }

    public SyncRunState State { get; set; }

    /// <summary>The number of the kind while the run waits, null afterwards; a unique index over it lets one run of each kind a directory wait.</summary>
    public int? WaitingSlot { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public SyncStage Stage { get; set; }

    public SyncOutcome? Outcome { get; set; }

    /// <summary>When somebody asked for it to stop; null while nobody has.</summary>
    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>Who asked for that.</summary>
    public string? CancelRequestedBy { get; set; }

    /// <summary>How many changes the plan has.</summary>
    public int Planned { get; set; }

    /// <summary>How many rows of the next version have been written so far.</summary>
    public int Applied { get; set; }

    /// <summary>The revision of the mapping rules that it used.</summary>
    public int RulesRevision { get; set; }

    /// <summary>What the permission check found, in words; null when there is nothing to say.</summary>
    public string? CheckSummary { get; set; }

    /// <summary>People read from the HR system.</summary>
    public int Read { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Deactivated { get; set; }

    public int Reactivated { get; set; }

    public int Deleted { get; set; }

    public int Unchanged { get; set; }

    public int Rejected { get; set; }

    public int GroupsChanged { get; set; }

    /// <summary>Memberships that began, those of new groups and members included.</summary>
    public int MembersAdded { get; set; }

    /// <summary>Memberships that ended.</summary>
    public int MembersRemoved { get; set; }

    /// <summary>People outside the directory's scope.</summary>
    public int OutOfScope { get; set; }

    /// <summary>A short fixed code of why the run failed.</summary>
    public string? ErrorReason { get; set; }

    /// <summary>What failed and what to do, in words; no personal data.</summary>
    public string? ErrorDetail { get; set; }

    public int? VersionBefore { get; set; }

    public int? VersionAfter { get; set; }
}

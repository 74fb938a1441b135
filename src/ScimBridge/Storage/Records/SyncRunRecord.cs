namespace ScimBridge.Storage.Records;

/// <summary>One read of a directory and what came of it.</summary>
internal sealed class SyncRunRecord
{
    public Guid Id { get; set; }

    public int DirectoryId { get; set; }

    /// <summary>Who asked for it.</summary>
    public SyncTrigger Trigger { get; set; }

    public SyncRunState State { get; set; }

    /// <summary>1 while the run waits, null afterwards; a unique index over it lets one run a directory wait.</summary>
    public int? WaitingSlot { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public SyncStage Stage { get; set; }

    public SyncOutcome? Outcome { get; set; }

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

    /// <summary>A short fixed code of why the run failed.</summary>
    public string? ErrorReason { get; set; }

    /// <summary>What failed and what to do, in words; no personal data.</summary>
    public string? ErrorDetail { get; set; }

    public int? VersionBefore { get; set; }

    public int? VersionAfter { get; set; }
}

namespace ScimBridge.Reporting;

/// <summary>A sync run as reports see it; its words are those of the admin API.</summary>
internal sealed class SyncRunRow
{
    public Guid Id { get; init; }

    /// <summary><c>schedule</c>, <c>start</c> or <c>api</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary><c>queued</c>, <c>running</c> or <c>finished</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>succeeded</c>, <c>succeeded_with_issues</c>, <c>held</c> or <c>failed</c>; null until the run has finished.</summary>
    public string? Outcome { get; init; }

    public int Read { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Deactivated { get; init; }

    public int Reactivated { get; init; }

    public int Deleted { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int GroupsChanged { get; init; }

    public string? ErrorReason { get; init; }

    public string? ErrorDetail { get; init; }

    public int? VersionBefore { get; init; }

    public int? VersionAfter { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

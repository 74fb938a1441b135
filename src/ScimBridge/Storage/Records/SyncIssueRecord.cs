namespace ScimBridge.Storage.Records;

/// <summary>One line of a run's ledger: who or what was odd, why, and what to do.</summary>
internal sealed class SyncIssueRecord
{
    public long Id { get; set; }

    public Guid RunId { get; set; }

    /// <summary>The HR system's id of the person; null when it concerns the read as a whole.</summary>
    public string? EmployeeId { get; set; }

    public required string Code { get; set; }

    public required string Detail { get; set; }

    public required string Advice { get; set; }
}

namespace ScimBridge.Sync.Doctor;

/// <summary>What a directory's service user can see, and what is missing.</summary>
internal sealed record PermissionReport
{
    /// <summary>When it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The run that found it; null for a check of its own.</summary>
    public required Guid? RunId { get; init; }

    /// <summary>A short fixed code of why the newest check could not read; null when it could. What is said of fields is then from the one before.</summary>
    public required string? Failure { get; init; }

    /// <summary>What failed and what to do.</summary>
    public required string? Detail { get; init; }

    /// <summary>How many people could be seen.</summary>
    public required int People { get; init; }

    /// <summary>How many people are in each state of employment.</summary>
    public required IReadOnlyDictionary<string, int> Lifecycle { get; init; }

    /// <summary>Whether people who left can be seen.</summary>
    public required Visibility Leavers { get; init; }

    /// <summary>Whether people who have not started yet can be seen.</summary>
    public required Visibility Joiners { get; init; }

    /// <summary>Every mapped field, by its id.</summary>
    public required IReadOnlyList<FieldFinding> Fields { get; init; }

    /// <summary>The fields that came with nobody: not permitted or unknown.</summary>
    public IEnumerable<FieldFinding> Missing => Fields.Where(finding => finding.Seen == 0);

    /// <summary>The same in words.</summary>
    public string Summary => PermissionText.Of(this);
}

namespace ScimBridge.Storage.Records;

/// <summary>The newest permission check of a directory; its fields are <see cref="FieldReportRecord"/>s.</summary>
internal sealed class DirectoryCheckRecord
{
    public int DirectoryId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The run or check that found it.</summary>
    public Guid? RunId { get; set; }

    /// <summary>A short fixed code of what failed; null when everything could be read.</summary>
    public string? Failure { get; set; }

    /// <summary>What failed and what to do.</summary>
    public string? Detail { get; set; }

    /// <summary>How many people could be seen.</summary>
    public int People { get; set; }

    /// <summary>When anybody who left was last seen; null for never.</summary>
    public DateTimeOffset? LeaversSeenAt { get; set; }

    /// <summary>How many of each lifecycle status, as a JSON object.</summary>
    public required string Lifecycle { get; set; }
}

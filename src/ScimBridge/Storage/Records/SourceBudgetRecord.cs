namespace ScimBridge.Storage.Records;

/// <summary>How many more requests of one kind the HR system took when a directory was last read.</summary>
internal sealed class SourceBudgetRecord
{
    public int DirectoryId { get; set; }

    /// <summary>The endpoint, as the HR system's documentation names it.</summary>
    public required string Endpoint { get; set; }

    /// <summary>How many requests it takes in a window; null when it did not say.</summary>
    public long? Limit { get; set; }

    /// <summary>How many of them were left.</summary>
    public long Remaining { get; set; }

    /// <summary>When all of them are there again.</summary>
    public DateTimeOffset ResetsAt { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When a request last had to wait for the next window; null for never that is known of.</summary>
    public DateTimeOffset? WaitedAt { get; set; }
}

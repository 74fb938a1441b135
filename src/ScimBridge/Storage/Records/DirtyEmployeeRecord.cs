namespace ScimBridge.Storage.Records;

/// <summary>An employee who changed, says the HR system, and is to be read once the change can be seen.</summary>
internal sealed class DirtyEmployeeRecord
{
    public int DirectoryId { get; set; }

    /// <summary>The HR system's id.</summary>
    public required string EmployeeId { get; set; }

    /// <summary>When the first notice came that was not acted on yet.</summary>
    public DateTimeOffset FirstAt { get; set; }

    /// <summary>When the newest one came.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>Not to be read before this moment.</summary>
    public DateTimeOffset DueAt { get; set; }
}

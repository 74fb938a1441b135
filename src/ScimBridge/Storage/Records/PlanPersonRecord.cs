namespace ScimBridge.Storage.Records;

/// <summary>What a held plan read of one person, kept until it is decided, so that what is approved is what was shown.</summary>
internal sealed class PlanPersonRecord
{
    public Guid RunId { get; set; }

    public required string EmployeeId { get; set; }

    public int DirectoryId { get; set; }

    /// <summary>The fields as UTF-8 JSON; null for a person whom the HR system did not return.</summary>
    public byte[]? Source { get; set; }
}

namespace ScimBridge.Storage.Records;

/// <summary>A customer.</summary>
internal sealed class OrganizationRecord
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The comparison key of the name; two organizations never share one.</summary>
    public required string NameKey { get; set; }

    /// <summary>Counts the changes of the name, so that nobody overwrites one that they have not seen.</summary>
    public int Revision { get; set; } = 1;
}

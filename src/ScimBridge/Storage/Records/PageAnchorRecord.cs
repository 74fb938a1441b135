namespace ScimBridge.Storage.Records;

/// <summary>Where a list's position lies in the stable order, every hundred rows, so that a deep page is sought and not counted.</summary>
internal sealed class PageAnchorRecord : IVersionedRecord
{
    public long RowId { get; set; }

    public int DirectoryId { get; set; }

    public int ValidFrom { get; set; }

    public int ValidTo { get; set; }

    /// <summary>Whether the anchor is of the list of users or of groups.</summary>
    public AnchoredList List { get; set; }

    /// <summary>How many rows of the list come before the anchor; a multiple of a hundred.</summary>
    public int Position { get; set; }

    /// <summary>The ordinal of the row at that position.</summary>
    public int Ordinal { get; set; }
}

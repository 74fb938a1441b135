namespace ScimBridge.Storage.Records;

/// <summary>The lists and fields of a directory's HR system as they were last read, for mapping again without a read and for the editor of rules.</summary>
internal sealed class HrCatalogueRecord
{
    public int DirectoryId { get; set; }

    /// <summary>When the lists were read.</summary>
    public DateTimeOffset? ListsAt { get; set; }

    /// <summary>The items of the lists that groups are made from, as JSON.</summary>
    public byte[]? Lists { get; set; }

    /// <summary>When the fields were read.</summary>
    public DateTimeOffset? FieldsAt { get; set; }

    /// <summary>Every field of the HR system, as JSON.</summary>
    public byte[]? Fields { get; set; }
}

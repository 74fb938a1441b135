namespace ScimBridge.Storage.Records;

/// <summary>A row that holds in some versions of its directory and not in others.</summary>
internal interface IVersionedRecord
{
    /// <summary>The row's own key.</summary>
    long RowId { get; }

    /// <summary>The directory the row belongs to.</summary>
    int DirectoryId { get; }

    /// <summary>The first version in which the row holds.</summary>
    int ValidFrom { get; }

    /// <summary>The first version in which it no longer does; <see cref="Versions.Open"/> while it does.</summary>
    int ValidTo { get; set; }
}

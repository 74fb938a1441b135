namespace ScimBridge.Storage.Filtering;

/// <summary>How many rows must be looked at to find those that a filter matches.</summary>
internal enum FilterReach
{
    /// <summary>All of the version.</summary>
    All,

    /// <summary>Those that an index finds, which may still be many.</summary>
    Indexed,

    /// <summary>A handful, which an index over a key finds.</summary>
    Few,
}

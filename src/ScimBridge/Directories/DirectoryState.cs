namespace ScimBridge.Directories;

/// <summary>The state of a directory; the first that holds in this order.</summary>
internal enum DirectoryState
{
    /// <summary>The settings no longer declare it: it is neither read nor served, and keeps its data.</summary>
    Paused,

    /// <summary>It has no credentials.</summary>
    Unlinked,

    /// <summary>The HR system refuses its credentials.</summary>
    InvalidCredentials,

    /// <summary>No read was good for two intervals.</summary>
    Stale,

    /// <summary>It has credentials, and no read has come of them yet.</summary>
    Validating,

    /// <summary>It is read as it should be.</summary>
    Linked,
}

namespace ScimBridge.Directories;

/// <summary>The state of a directory; the first that holds in this order.</summary>
public enum DirectoryState
{
    /// <summary>It is being deleted.</summary>
    Deleting,

    /// <summary>It is not read: the settings no longer declare it, and then it is not served either, or its syncing is paused.</summary>
    Paused,

    /// <summary>It has no credentials.</summary>
    Unlinked,

    /// <summary>The HR system refuses its credentials.</summary>
    InvalidCredentials,

    /// <summary>A plan waits for an admin's decision.</summary>
    Held,

    /// <summary>No read was good for two intervals.</summary>
    Stale,

    /// <summary>It has credentials, and no read has come of them yet.</summary>
    Validating,

    /// <summary>It is read as it should be.</summary>
    Linked,
}

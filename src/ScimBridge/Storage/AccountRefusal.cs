namespace ScimBridge.Storage;

/// <summary>Why an account was not made or changed.</summary>
internal enum AccountRefusal
{
    /// <summary>There is no such account.</summary>
    NoSuchAccount,

    /// <summary>Another account has the name.</summary>
    NameTaken,

    /// <summary>Somebody changed it since the caller looked.</summary>
    Outdated,

    /// <summary>It is the last admin that is not disabled, and nobody could undo the change.</summary>
    LastAdmin,
}

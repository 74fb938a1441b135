namespace ScimBridge.Storage;

/// <summary>What came of changing something that others may be changing too.</summary>
internal enum ChangeAnswer
{
    /// <summary>It is changed.</summary>
    Done,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>Somebody changed it since the caller looked.</summary>
    Outdated,

    /// <summary>Another one has the name.</summary>
    NameTaken,

    /// <summary>It is still needed.</summary>
    InUse,
}

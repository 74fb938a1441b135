namespace ScimBridge.Storage;

/// <summary>Why a token is not made, rotated or revoked.</summary>
internal enum TokenRefusal
{
    /// <summary>The directory has no such token.</summary>
    NoSuchToken,

    /// <summary>Another one has the name.</summary>
    NameTaken,

    /// <summary>The directory has as many as it may have.</summary>
    TooMany,

    /// <summary>The settings hold it, or the demo's start made it.</summary>
    NotGenerated,

    /// <summary>It has expired or is revoked.</summary>
    NotLive,

    /// <summary>Another one has taken its place already.</summary>
    Replaced,
}

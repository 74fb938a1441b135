namespace ScimBridge.Storage;

/// <summary>Why a key of the admin API is not made.</summary>
internal enum ApiKeyRefusal
{
    /// <summary>Another one has the name.</summary>
    NameTaken,

    /// <summary>There are as many as there may be.</summary>
    TooMany,
}

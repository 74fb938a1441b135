namespace ScimBridge.Storage.Records;

/// <summary>Where a token came from.</summary>
internal enum ScimTokenOrigin
{
    /// <summary>The settings hold it; one that they no longer hold is revoked.</summary>
    Configured,

    /// <summary>Made by the server and shown once.</summary>
    Generated,

    /// <summary>Made for the demo directory by this start of the server; the next start revokes it.</summary>
    Demo,
}

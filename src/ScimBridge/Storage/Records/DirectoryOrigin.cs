namespace ScimBridge.Storage.Records;

/// <summary>Who says what a directory is called, where it is read and how.</summary>
internal enum DirectoryOrigin
{
    /// <summary>The settings, anew at each start.</summary>
    Settings,

    /// <summary>Admins, at any time.</summary>
    Admin,

    /// <summary>The demo, anew at each start with it.</summary>
    Demo,
}

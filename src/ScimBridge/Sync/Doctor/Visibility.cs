namespace ScimBridge.Sync.Doctor;

/// <summary>Whether some kind of people can be seen.</summary>
internal enum Visibility
{
    /// <summary>There may be none.</summary>
    CannotTell,

    /// <summary>They can.</summary>
    Yes,

    /// <summary>They could before, and can't any more.</summary>
    No,
}

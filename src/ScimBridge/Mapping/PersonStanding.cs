namespace ScimBridge.Mapping;

/// <summary>What a person of the HR system is to a directory.</summary>
internal enum PersonStanding
{
    /// <summary>An active user.</summary>
    Active,

    /// <summary>An inactive user.</summary>
    Inactive,

    /// <summary>No user; one that is stored goes.</summary>
    Excluded,
}

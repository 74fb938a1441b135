namespace ScimBridge.Mapping.Rules;

/// <summary>When groups are shown whose item the HR system has archived.</summary>
internal enum ArchivedGroups
{
    /// <summary>While somebody holds the item.</summary>
    WhileHeld,

    /// <summary>Never.</summary>
    Never,
}

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>What a condition is.</summary>
internal enum ConditionKind
{
    /// <summary>Something is said of a field.</summary>
    Field,

    /// <summary>All of several hold.</summary>
    All,

    /// <summary>One of several holds.</summary>
    Any,

    /// <summary>Another does not hold.</summary>
    Not,
}

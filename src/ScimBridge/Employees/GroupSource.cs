namespace ScimBridge.Employees;

/// <summary>What groups are made from.</summary>
internal enum GroupSource
{
    /// <summary>A group a department.</summary>
    Department,

    /// <summary>A group a site.</summary>
    Site,
}

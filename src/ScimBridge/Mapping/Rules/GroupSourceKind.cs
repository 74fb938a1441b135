namespace ScimBridge.Mapping.Rules;

/// <summary>What groups can be made from.</summary>
internal enum GroupSourceKind
{
    /// <summary>A group for each department.</summary>
    Department,

    /// <summary>A group for each site.</summary>
    Site,

    /// <summary>A group for each employment type.</summary>
    Type,

    /// <summary>A group for each contract.</summary>
    Contract,

    /// <summary>A group for each job family.</summary>
    JobFamily,

    /// <summary>A group for each item of any list.</summary>
    List,

    /// <summary>One group of everybody to whom somebody reports.</summary>
    Managers,

    /// <summary>A group of the direct reports of each manager.</summary>
    DirectReports,

    /// <summary>One group of everybody.</summary>
    Everyone,
}

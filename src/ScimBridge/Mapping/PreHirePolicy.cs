namespace ScimBridge.Mapping;

/// <summary>What people are who are hired and have not started yet.</summary>
internal enum PreHirePolicy
{
    /// <summary>Inactive users.</summary>
    Inactive,

    /// <summary>Active users from some days before they start; inactive ones before.</summary>
    Active,

    /// <summary>No users until they start.</summary>
    Exclude,
}

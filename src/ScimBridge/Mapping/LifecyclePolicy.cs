namespace ScimBridge.Mapping;

/// <summary>What a directory makes of each stage of an employment.</summary>
internal sealed record LifecyclePolicy
{
    /// <summary>People who are hired and have not started yet.</summary>
    public PreHirePolicy PreHire { get; init; } = PreHirePolicy.Inactive;

    /// <summary>With <see cref="PreHirePolicy.Active"/>, how many days before the first day of employment the user becomes active; 0 to 365.</summary>
    public int PreHireDays { get; init; }

    /// <summary>Whether people on garden leave are active.</summary>
    public bool GardenLeaveActive { get; init; }

    /// <summary>Whether people on leave are active only while they have access to the HR system.</summary>
    public bool LeaveFollowsAccess { get; init; }

    /// <summary>After how many days leavers are no users any more; null keeps them, inactive. 0 to 3650.</summary>
    public int? ExcludeTerminatedAfterDays { get; init; }
}

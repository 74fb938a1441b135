namespace ScimBridge.Employees;

/// <summary>The state of an employment.</summary>
internal enum LifecycleStatus
{
    /// <summary>Signed, and not started yet.</summary>
    Hired,

    /// <summary>Started, and nothing else to say.</summary>
    Employed,

    /// <summary>On leave of any kind, to come back.</summary>
    Leave,

    /// <summary>Past the last day at work and still under contract.</summary>
    GardenLeave,

    /// <summary>Past the end of the employment.</summary>
    Terminated,
}

namespace ScimBridge.Sync;

/// <summary>What is to become of a plan.</summary>
internal enum PlanMode
{
    /// <summary>Applied if the gate lets it pass, held otherwise.</summary>
    Guarded,

    /// <summary>Applied: somebody approved it.</summary>
    Approved,

    /// <summary>Kept to be looked at.</summary>
    LookedAt,
}

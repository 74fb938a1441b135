namespace ScimBridge.Storage.Records;

/// <summary>What a plan does to a resource or a membership.</summary>
internal enum PlanChangeKind
{
    /// <summary>The resource is new.</summary>
    Created,

    /// <summary>Attributes change.</summary>
    Updated,

    /// <summary>The user becomes inactive.</summary>
    Deactivated,

    /// <summary>The user becomes active again.</summary>
    Reactivated,

    /// <summary>The resource goes.</summary>
    Deleted,

    /// <summary>A user joins a group that there was before and will be.</summary>
    MemberAdded,

    /// <summary>A user leaves a group that there was before and will be.</summary>
    MemberRemoved,
}

namespace ScimBridge.Storage.Records;

/// <summary>What became of a plan.</summary>
internal enum PlanState
{
    /// <summary>Looked at only: a dry run.</summary>
    DryRun,

    /// <summary>Waits for an admin's decision.</summary>
    Held,

    /// <summary>Approved, and about to be applied.</summary>
    Approved,

    /// <summary>Applied.</summary>
    Applied,

    /// <summary>Discarded by an admin.</summary>
    Rejected,

    /// <summary>A later run planned anew.</summary>
    Replaced,

    /// <summary>The run failed while it was applied; nothing was changed.</summary>
    Failed,
}

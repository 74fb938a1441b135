namespace ScimBridge.Storage.Records;

/// <summary>What a run is to do. Of each kind one run a directory may wait; those that wait start in this order.</summary>
internal enum SyncKind
{
    /// <summary>Apply a plan that an admin approved.</summary>
    Approval = 1,

    /// <summary>Forget a person.</summary>
    Erasure = 2,

    /// <summary>Go back to an earlier version.</summary>
    Rollback = 3,

    /// <summary>Read and apply some people only.</summary>
    People = 4,

    /// <summary>Map again what is stored, because the rules changed.</summary>
    Remap = 5,

    /// <summary>Read everybody and apply.</summary>
    Full = 6,

    /// <summary>Read everybody and plan, but apply nothing.</summary>
    DryRun = 7,
}

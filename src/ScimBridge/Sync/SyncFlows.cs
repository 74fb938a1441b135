namespace ScimBridge.Sync;

/// <summary>What runs of each kind do.</summary>
internal sealed record SyncFlows(
    FullSync Full, PeopleSync People, RemapSync Remap, ApprovalSync Approval, RollbackSync Rollback, ErasureSync Erasure);

using ScimBridge.Storage;

namespace ScimBridge.Sync.Deletion;

/// <summary>What deleting a directory is written with.</summary>
internal sealed record RemovalStores(DirectoryDeletionStore Deletion, DirectoryPurge Purge, SyncRunStore Runs, AuditStore Audit);

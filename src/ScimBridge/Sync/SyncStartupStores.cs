using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>What tells at start which directories are to be synced.</summary>
internal sealed record SyncStartupStores(DirectoryStore Directories, SyncRunStore Runs, FieldReportStore Fields);

using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>What a sync reads from and writes to.</summary>
internal sealed record SyncStores(
    DirectoryStore Directories,
    SyncRunStore Runs,
    StoredDirectoryReader Stored,
    VersionWriter Writer,
    PlanStore Plans,
    RulesStore Rules,
    HrCatalogueStore Catalogues);

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
    HrCatalogueStore Catalogues)
{
    /// <summary>The lists of the HR system as they were last read.</summary>
    public async Task<KeptLists> ListsAsync(DirectoryId directory, CancellationToken cancellationToken) =>
        CatalogueJson.Read((await Catalogues.FindAsync(directory, cancellationToken))?.Lists);
}

using ScimBridge.Storage;

namespace ScimBridge.Sync.Watch;

/// <summary>Where what follows a run is kept.</summary>
internal sealed record SyncWatchStores(DirectoryStore Directories, SyncRunStore Runs, DirectoryLifeStore Life, DirectoryEventStore Events, PlanStore Plans);

using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>A run under way: the directory as it was when the run took the lease, and what it works with.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="Run">The run.</param>
/// <param name="Lease">The right to write the next version.</param>
/// <param name="Mapping">The directory's rules.</param>
/// <param name="Heartbeat">Keeps the lease and shows progress.</param>
/// <param name="Now">The moment that the run takes for now.</param>
internal sealed record SyncWork(
    DirectoryRecord Directory, SyncRunRecord Run, WriterLease Lease, DirectoryMapping Mapping, SyncHeartbeat Heartbeat, DateTimeOffset Now)
{
    /// <summary>What plans of the run are made against.</summary>
    public PlanBasis Basis => new(Directory, Mapping, Now);

    /// <summary>The directory's id.</summary>
    public DirectoryId Id => Lease.Directory;
}

using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>What a plan is made against.</summary>
/// <param name="Directory">The directory; its version is the published one.</param>
/// <param name="Mapping">The rules.</param>
/// <param name="Now">The moment that counts as now.</param>
internal sealed record PlanBasis(DirectoryRecord Directory, DirectoryMapping Mapping, DateTimeOffset Now)
{
    /// <summary>The directory's id.</summary>
    public DirectoryId Id => new(Directory.Id);
}

using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Where and since when a row holds.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="Version">The version from which on it holds.</param>
/// <param name="Ordinal">The resource's place in the stable order of lists.</param>
/// <param name="Created">When the resource was added.</param>
/// <param name="LastModified">When it last changed.</param>
internal sealed record RowPlace(DirectoryId Directory, int Version, int Ordinal, DateTimeOffset Created, DateTimeOffset LastModified);

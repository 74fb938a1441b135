using System.Collections.Frozen;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Directories;

/// <summary>The schemas that a version of a directory is read by.</summary>
/// <param name="catalog">The schemas.</param>
internal sealed class DirectorySchema(SchemaCatalog catalog)
{
    // Asked for by every request that does not choose attributes.
    private readonly FrozenDictionary<string, AttributeSelection> whole = catalog.ResourceTypes.ToFrozenDictionary(
        type => type.Name, type => AttributeSelection.Parse(null, null, type.Name, catalog));

    /// <summary>The schemas.</summary>
    public SchemaCatalog Catalog => catalog;

    /// <summary>What is returned of a resource type when a client does not choose.</summary>
    public AttributeSelection WholeOf(string resourceType) => whole[resourceType];
}

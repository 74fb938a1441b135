using System.Collections.Frozen;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Directories;

/// <summary>The schemas that a version of a directory is read by.</summary>
/// <param name="catalog">The schemas.</param>
/// <param name="visible">Which resources there are for whoever reads; null for all.</param>
internal sealed class DirectorySchema(SchemaCatalog catalog, Visibility? visible = null)
{
    // Asked for by every request that does not choose attributes.
    private readonly FrozenDictionary<string, AttributeSelection> whole = catalog.ResourceTypes.ToFrozenDictionary(
        type => type.Name, type => AttributeSelection.Parse(null, null, type.Name, catalog));

    /// <summary>The schemas.</summary>
    public SchemaCatalog Catalog => catalog;

    /// <summary>Which resources there are for a client whose token is restricted; null for all others.</summary>
    public Visibility? Visible => visible;

    /// <summary>What is returned of a resource type when a client does not choose.</summary>
    public AttributeSelection WholeOf(string resourceType) => whole[resourceType];
}

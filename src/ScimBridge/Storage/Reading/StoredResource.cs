using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>A resource as it is stored, with as much of it as the reader needs: reading a column costs about as much as the row it is in.</summary>
/// <param name="Table">Where it is from.</param>
/// <param name="Body">The resource as UTF-8 JSON, with markers where the base URL goes; a group's without its members.</param>
internal sealed record StoredResource(ResourceTable Table, byte[] Body)
{
    /// <summary>The SCIM id; of users in lists it is not read.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its place in the stable order of its table; in lists only where <see cref="ListQuery.WithOrdinals"/> asks for it.</summary>
    public int Ordinal { get; init; }

    /// <summary>The digest of which its entity tag is made; not read in lists.</summary>
    public byte[] Hash { get; init; } = [];
}

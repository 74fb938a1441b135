using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>A resource as it is stored.</summary>
/// <param name="Table">Where it is from.</param>
/// <param name="Id">The SCIM id.</param>
/// <param name="Ordinal">Its place in the stable order of its table.</param>
/// <param name="Hash">The digest of which its entity tag is made.</param>
/// <param name="Body">The resource as UTF-8 JSON, with markers where the base URL goes; a group's without its members.</param>
internal sealed record StoredResource(ResourceTable Table, string Id, int Ordinal, byte[] Hash, byte[] Body);

namespace ScimBridge.Storage;

/// <summary>A resource as it is stored.</summary>
/// <param name="Id">The SCIM id.</param>
/// <param name="Hash">The digest of which its entity tag is made.</param>
/// <param name="Body">The resource as UTF-8 JSON, with markers where the base URL goes; a group's without its members.</param>
internal sealed record StoredResource(string Id, byte[] Hash, byte[] Body);

namespace ScimBridge.Storage;

/// <summary>What planning needs to know of a group in the published version.</summary>
/// <param name="RowId">The row.</param>
/// <param name="Id">The SCIM id.</param>
/// <param name="ExternalId">The source and its item.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="ItemPath">The names of the item it is made from, from the root of its list down, a line each.</param>
/// <param name="Ordinal">The place in the order of lists.</param>
/// <param name="Created">When the resource was added.</param>
/// <param name="Hash">The hash of the group and its members.</param>
internal sealed record StoredGroup(
    long RowId, string Id, string ExternalId, string DisplayName, string? ItemPath, int Ordinal, DateTimeOffset Created, Digest Hash);

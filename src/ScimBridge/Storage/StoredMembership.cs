namespace ScimBridge.Storage;

/// <summary>What planning needs to know of a membership in a version.</summary>
/// <param name="RowId">The row.</param>
/// <param name="GroupId">The SCIM id of the group.</param>
/// <param name="UserId">The SCIM id of the user.</param>
/// <param name="Display">The user's displayName as the member entry shows it.</param>
internal sealed record StoredMembership(long RowId, string GroupId, string UserId, string? Display);

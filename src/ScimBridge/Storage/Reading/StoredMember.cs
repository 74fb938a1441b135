namespace ScimBridge.Storage.Reading;

/// <summary>A member of a group as clients see it.</summary>
/// <param name="UserId">The user's SCIM id.</param>
/// <param name="Display">The user's displayName.</param>
internal sealed record StoredMember(string UserId, string? Display);

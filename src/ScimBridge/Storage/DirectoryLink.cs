namespace ScimBridge.Storage;

/// <summary>Where and as whom a directory's HR system is read, as it is stored.</summary>
/// <param name="BaseUrl">The base URL.</param>
/// <param name="ServiceUserId">The service user's id.</param>
/// <param name="ProtectedToken">The service user's token, encrypted.</param>
/// <param name="TokenHint">The token's last characters; null where it is too short to show any.</param>
internal sealed record DirectoryLink(Uri BaseUrl, string ServiceUserId, string ProtectedToken, string? TokenHint);

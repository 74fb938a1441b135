namespace ScimBridge.Storage;

/// <summary>Who presented a token.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="DirectoryKey">The key of the directory the token opens.</param>
/// <param name="Version">The directory's published version at this moment.</param>
internal sealed record TokenBearer(Guid TokenId, string DirectoryKey, DirectoryVersion Version);

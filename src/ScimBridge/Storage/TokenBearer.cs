using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Who presented a token.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="DirectoryKey">The key of the directory the token opens.</param>
/// <param name="Version">The directory's published version at this moment.</param>
/// <param name="Scopes">What of it the token may read.</param>
internal sealed record TokenBearer(Guid TokenId, string DirectoryKey, DirectoryVersion Version, ScimTokenScopes Scopes)
{
    /// <summary>What the token leaves of that, as <see cref="TokenRestriction.ToText"/> writes it; null for everything.</summary>
    public string? Restriction { get; init; }
}

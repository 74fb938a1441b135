using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>A token that somebody wants.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scopes">What it may read.</param>
/// <param name="Restriction">What it leaves of that, as <see cref="TokenRestriction.ToText"/> writes it; null for everything.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null for never.</param>
/// <param name="CreatedBy">Who wants it.</param>
internal sealed record TokenWish(string Name, ScimTokenScopes Scopes, string? Restriction, DateTimeOffset? ExpiresAt, string CreatedBy);

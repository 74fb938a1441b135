namespace ScimBridge.Storage.Records;

/// <summary>A bearer token with which a SCIM client reads one directory; only its hash is kept.</summary>
internal sealed class ScimTokenRecord
{
    public Guid Id { get; set; }

    public int DirectoryId { get; set; }

    public required string Name { get; set; }

    /// <summary>
    /// The comparison key of the name while the token holds it, unique in the directory; null once it is revoked or replaced, or
    /// another took the name of one that had expired.
    /// </summary>
    public string? HeldNameKey { get; set; }

    public ScimTokenOrigin Origin { get; set; }

    public ScimTokenScopes Scopes { get; set; }

    /// <summary>What the token leaves of what its scopes open, as <see cref="TokenRestriction.ToText"/> writes it; null for everything.</summary>
    public string? Restriction { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The token's beginning and end, by which people recognise it.</summary>
    public required string Hint { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who made it: an account, an API key's name, <c>settings</c> or <c>system</c>.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>From when on it opens nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it last opened the directory, to a minute or so.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

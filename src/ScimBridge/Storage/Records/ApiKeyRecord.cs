namespace ScimBridge.Storage.Records;

/// <summary>A key of the admin API; only its hash is kept.</summary>
internal sealed class ApiKeyRecord
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The comparison key of the name while the key holds it, unique; null once it is revoked, or another took the name of one that had expired.</summary>
    public string? HeldNameKey { get; set; }

    public AdminRole Role { get; set; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The key's beginning and end, by which people recognise it.</summary>
    public required string Hint { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who made it: an account, or an API key's name.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>From when on it opens nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was last used, to a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

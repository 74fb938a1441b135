namespace ScimBridge.Storage.Records;

/// <summary>A bearer token with which a SCIM client reads one directory; only its hash is kept.</summary>
internal sealed class ScimTokenRecord
{
    public Guid Id { get; set; }

    public int DirectoryId { get; set; }

    public required string Name { get; set; }

    public ScimTokenOrigin Origin { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

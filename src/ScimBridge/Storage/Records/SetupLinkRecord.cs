namespace ScimBridge.Storage.Records;

/// <summary>A link by which somebody without an account may enter a directory's credentials, once.</summary>
internal sealed class SetupLinkRecord
{
    public Guid Id { get; set; }

    public int DirectoryId { get; set; }

    /// <summary>SHA-256 of what the link's address ends with.</summary>
    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How often credentials were entered, good ones included.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When an admin ended it; null while none did.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

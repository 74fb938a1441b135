namespace ScimBridge.Storage.Records;

/// <summary>One of a user's e-mail addresses, in a row of its own because clients match on it.</summary>
internal sealed class UserEmailRecord : IVersionedRecord
{
    public long RowId { get; set; }

    public int DirectoryId { get; set; }

    public int ValidFrom { get; set; }

    public int ValidTo { get; set; }

    /// <summary>The SCIM id of the user.</summary>
    public required string UserId { get; set; }

    public required string Value { get; set; }

    public required string ValueKey { get; set; }

    public string? Type { get; set; }
}

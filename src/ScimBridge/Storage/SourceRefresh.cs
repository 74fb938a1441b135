namespace ScimBridge.Storage;

/// <summary>What to keep beside a user whose resource stays as it is though its source changed.</summary>
/// <param name="RowId">The user's open row.</param>
/// <param name="InputHash">The new hash of what the resource is made from.</param>
/// <param name="Source">The fields as read.</param>
internal sealed record SourceRefresh(long RowId, byte[] InputHash, byte[] Source)
{
    /// <summary>Since when the HR system no longer returns the person.</summary>
    public required DateTimeOffset? MissingSince { get; init; }

    /// <summary>Since when the person is outside the directory's scope.</summary>
    public required DateTimeOffset? OutOfScopeSince { get; init; }

    /// <summary>When the fields were read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Why the user is active or not.</summary>
    public required string Reason { get; init; }

    /// <summary>Which attributes have a value, of which earlier builds may have kept fewer.</summary>
    public required long Attributes { get; init; }
}

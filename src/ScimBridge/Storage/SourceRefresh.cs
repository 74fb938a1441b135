namespace ScimBridge.Storage;

/// <summary>What to keep beside a user whose resource stays as it is though its source changed.</summary>
/// <param name="RowId">The user's open row.</param>
/// <param name="InputHash">The new hash of what the resource is made from.</param>
/// <param name="Source">The fields as read.</param>
/// <param name="MissingSince">Since when the HR system no longer returns the person.</param>
internal sealed record SourceRefresh(long RowId, byte[] InputHash, byte[] Source, DateTimeOffset? MissingSince);

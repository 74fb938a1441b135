namespace ScimBridge.Storage;

/// <summary>What is kept of a token: not enough to use it.</summary>
/// <param name="Hash">SHA-256 of it.</param>
/// <param name="Hint">Its beginning and end, by which people recognise it.</param>
internal sealed record TokenPrint(byte[] Hash, string Hint);

namespace ScimBridge.Storage;

/// <summary>That a token opened its directory.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="At">When.</param>
internal sealed record TokenUse(Guid TokenId, DateTimeOffset At);

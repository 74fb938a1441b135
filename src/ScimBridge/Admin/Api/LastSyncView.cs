namespace ScimBridge.Admin.Api;

/// <summary>The last sync that ended.</summary>
internal sealed record LastSyncView(Guid Id, string? Outcome, DateTime? FinishedAt);

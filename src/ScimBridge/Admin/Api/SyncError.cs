namespace ScimBridge.Admin.Api;

/// <summary>Why a run failed.</summary>
/// <param name="Reason">A short fixed code.</param>
/// <param name="Detail">What failed and what to do.</param>
internal sealed record SyncError(string Reason, string? Detail);

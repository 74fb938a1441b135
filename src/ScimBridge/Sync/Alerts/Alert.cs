namespace ScimBridge.Sync.Alerts;

/// <summary>A directory entered a state that needs somebody. No personal data.</summary>
/// <param name="Directory">The directory's key.</param>
/// <param name="State">The state: <c>held</c>, <c>stale</c> or <c>invalid_credentials</c>.</param>
/// <param name="At">When that was seen.</param>
/// <param name="Since">Since when it holds.</param>
/// <param name="Advice">What to do, in a sentence.</param>
/// <param name="RunId">The run that brought it about; null when time alone did.</param>
internal sealed record Alert(string Directory, string State, DateTimeOffset At, DateTimeOffset? Since, string? Advice, Guid? RunId);

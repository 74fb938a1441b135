namespace ScimBridge.Admin.Actions;

/// <summary>A plan was decided.</summary>
/// <param name="RunId">The run that applies it; null when it was rejected.</param>
internal sealed record PlanDecided(Guid? RunId);

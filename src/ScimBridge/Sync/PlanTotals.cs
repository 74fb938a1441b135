namespace ScimBridge.Sync;

/// <summary>How much a version holds.</summary>
/// <param name="Users">Users.</param>
/// <param name="ActiveUsers">Users that are active.</param>
/// <param name="Groups">Groups.</param>
internal sealed record PlanTotals(int Users, int ActiveUsers, int Groups);

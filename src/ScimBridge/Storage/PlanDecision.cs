namespace ScimBridge.Storage;

/// <summary>What somebody decided about a held plan.</summary>
/// <param name="Approved">Whether it is to be applied; discarded otherwise.</param>
/// <param name="By">Who decided.</param>
/// <param name="Note">Why, in their words.</param>
internal sealed record PlanDecision(bool Approved, string By, string? Note);

namespace ScimBridge.Sync;

/// <summary>Why a plan must not be applied unless somebody approves it.</summary>
/// <param name="Code">A fixed code: <c>too_many_removed</c>, <c>groups_removed</c>, <c>attribute_emptied</c> or <c>domain_changed</c>.</param>
/// <param name="Detail">What it would do, and what to check, in words.</param>
/// <param name="Count">How many people, or groups, are concerned.</param>
/// <param name="Limit">How many may be.</param>
/// <param name="Of">Of how many.</param>
internal sealed record GateObjection(string Code, string Detail, int Count, int Limit, int Of);

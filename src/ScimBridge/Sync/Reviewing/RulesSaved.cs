using ScimBridge.Mapping;

namespace ScimBridge.Sync.Reviewing;

/// <summary>What came of saving rules.</summary>
/// <param name="Revision">The new revision in force; null when nothing was saved.</param>
/// <param name="RunId">The run that maps everybody by them; null before there is anybody, and when nothing was saved.</param>
/// <param name="Faults">What is wrong with the rules; empty when nothing is.</param>
/// <param name="Conflict">Whether somebody else saved rules meanwhile.</param>
internal sealed record RulesSaved(int? Revision, Guid? RunId, IReadOnlyList<RuleFault> Faults, bool Conflict);

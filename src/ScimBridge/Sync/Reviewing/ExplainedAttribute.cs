using ScimBridge.Mapping.Explaining;

namespace ScimBridge.Sync.Reviewing;

/// <summary>Where an attribute's value comes from, and since when it is so.</summary>
/// <param name="Explanation">The source and the rule.</param>
/// <param name="SinceVersion">The version from which on it has this value, as far back as history is kept.</param>
/// <param name="ChangedByRun">The run that changed it last; null when that is no longer kept.</param>
internal sealed record ExplainedAttribute(AttributeExplanation Explanation, int SinceVersion, Guid? ChangedByRun);

using ScimBridge.Protocol.Resources;

namespace ScimBridge.Sync.Reviewing;

/// <summary>A user from one version of the directory on.</summary>
/// <param name="Version">The first version that has the user so.</param>
/// <param name="EndedWith">The first version that has it otherwise or not at all; null while it holds.</param>
/// <param name="At">When that version was published; null when that is no longer kept.</param>
/// <param name="RunId">The run that made it; null when that is no longer kept.</param>
/// <param name="Active">Whether the user was active.</param>
/// <param name="Reason">Why, as a fixed code.</param>
/// <param name="Changes">What differs from the form before; of the oldest that is kept, everything.</param>
internal sealed record UserVersion(
    int Version, int? EndedWith, DateTimeOffset? At, Guid? RunId, bool Active, string Reason, IReadOnlyList<AttributeChange> Changes);

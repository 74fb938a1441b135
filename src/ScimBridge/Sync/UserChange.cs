using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>A user that the next version has otherwise than the published one.</summary>
/// <param name="Kind">What happens to the user.</param>
/// <param name="Entry">The person.</param>
/// <param name="Facts">What the resource says beyond the person's own fields.</param>
/// <param name="InputHash">The digest of all that the resource is made from.</param>
internal sealed record UserChange(UserChangeKind Kind, RosterEntry Entry, UserFacts Facts, Digest InputHash)
{
    /// <summary>What tells the user as it will be from any other: the digest of the resource, of a new one that of its input.</summary>
    public Digest Hash { get; init; } = InputHash;

    /// <summary>Which attributes the user will have; of a new one none are known here.</summary>
    public long Presence { get; init; }

    /// <summary>What changes attribute by attribute, as JSON; null for a new user and for one whose resource stays.</summary>
    public string? Attributes { get; init; }
}

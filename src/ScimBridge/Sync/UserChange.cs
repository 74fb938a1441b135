using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>A user that the next version has otherwise than the published one.</summary>
/// <param name="Kind">What happens to the user.</param>
/// <param name="Entry">The person.</param>
/// <param name="Facts">What the resource says beyond the person's own fields.</param>
/// <param name="InputHash">The digest of all that the resource is made from.</param>
internal sealed record UserChange(UserChangeKind Kind, RosterEntry Entry, UserFacts Facts, Digest InputHash);

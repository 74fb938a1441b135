using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>A user that goes.</summary>
/// <param name="Stored">The user in the published version.</param>
/// <param name="Reason">Why: a code of <see cref="Mapping.StandingReasons"/>.</param>
internal sealed record DeletedUser(StoredUser Stored, string Reason);

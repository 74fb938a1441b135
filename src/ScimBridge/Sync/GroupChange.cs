using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>A group that the next version has otherwise than the published one.</summary>
/// <param name="Wanted">The group as it will be; null when it goes.</param>
/// <param name="Stored">The group as it is; null when it is new.</param>
/// <param name="Hash">The digest of the wanted group and its members.</param>
/// <param name="Members">How many members it will have.</param>
internal sealed record GroupChange(WantedGroup? Wanted, StoredGroup? Stored, Digest Hash, int Members);

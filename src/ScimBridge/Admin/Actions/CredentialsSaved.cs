using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>What came of entering credentials: they are stored only if the check passed.</summary>
/// <param name="Check">What the check found.</param>
/// <param name="Directory">The directory as it is now.</param>
/// <param name="RunId">The sync that was asked for; null when there is none.</param>
internal sealed record CredentialsSaved(CredentialCheck Check, DirectoryRecord Directory, Guid? RunId);

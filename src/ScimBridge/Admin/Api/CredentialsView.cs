using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>Credentials that were stored.</summary>
/// <param name="HiBob">The link as it is now.</param>
/// <param name="RunId">The sync that was asked for; null where syncing is paused.</param>
/// <param name="Steps">What the check found.</param>
internal sealed record CredentialsView(HiBobLinkView HiBob, Guid? RunId, IReadOnlyList<CredentialStep> Steps);

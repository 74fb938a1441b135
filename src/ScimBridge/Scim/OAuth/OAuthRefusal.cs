using ScimBridge.Protocol;

namespace ScimBridge.Scim.OAuth;

/// <summary>Why an access token opens nothing, though it may be a good one.</summary>
/// <param name="Reason">What the client is told.</param>
/// <param name="Error">The error code of <c>WWW-Authenticate</c> (RFC 6750 section 3.1), or null where none fits.</param>
internal sealed record OAuthRefusal(ScimException Reason, string? Error);

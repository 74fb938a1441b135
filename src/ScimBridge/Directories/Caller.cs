using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>The caller of a request that was let in by a SCIM token.</summary>
internal static class Caller
{
    /// <summary>Who calls, and which version of which directory they read throughout the request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint let somebody in without a token.</exception>
    public static TokenBearer Bearer(this HttpContext context) => context.Features.Get<TokenBearer>()
        ?? throw new InvalidOperationException("The endpoint does not require a SCIM token.");
}

using Microsoft.AspNetCore.Authentication;

namespace ScimBridge.Directories;

/// <summary>How a scheme takes SCIM tokens.</summary>
internal sealed class ScimTokenAuthenticationOptions : AuthenticationSchemeOptions
{
    /// <summary>Whether the token may also come as the password of Basic authentication, under any user name.</summary>
    public bool AcceptsBasic { get; set; }

    /// <summary>The URL of the document that tells how to get a token otherwise (RFC 9728), for a request that has none; null when there is none.</summary>
    public Func<HttpRequest, string?> ResourceMetadata { get; set; } = _ => null;
}

using Microsoft.AspNetCore.Authentication;

namespace ScimBridge.Directories;

/// <summary>How a scheme takes SCIM tokens.</summary>
internal sealed class ScimTokenAuthenticationOptions : AuthenticationSchemeOptions
{
    /// <summary>Whether the token may also come as the password of Basic authentication, under any user name.</summary>
    public bool AcceptsBasic { get; set; }
}

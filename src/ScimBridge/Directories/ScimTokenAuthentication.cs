using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Directories;

/// <summary>Tells by a bearer token (RFC 6750) which directory a request reads.</summary>
/// <remarks>Where the scheme allows it, the token may also come as a Basic password, since Excel knows nothing else.</remarks>
internal sealed class ScimTokenAuthentication(
    IOptionsMonitor<ScimTokenAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, BearerStore bearers, RefusedTokenThrottle throttle)
    : AuthenticationHandler<ScimTokenAuthenticationOptions>(options, logger, encoder)
{
    /// <summary>The scheme that takes bearer tokens.</summary>
    public const string SchemeName = "ScimToken";

    /// <summary>The scheme that takes bearer tokens and Basic passwords.</summary>
    public const string SchemeWithBasic = "ScimTokenOrBasic";

    private const string Basic = "Basic ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if ((ScimTokens.BearerOf(Request) ?? BasicPassword(header)) is not { Length: > 0 and <= ScimTokens.Longest } token
            || await bearers.FindAsync(ScimTokens.Hash(token), Context.RequestAborted) is not { } bearer)
        {
            return AuthenticateResult.Fail("The token opens no directory.");
        }

        Context.Features.Set(bearer);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, bearer.TokenId.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var authenticated = await HandleAuthenticateOnceSafeAsync();
        if (authenticated.Failure is not null && throttle.Slow(Context) is not null)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", BearerChallenge.Of(
            authenticated.Failure is null ? null : "invalid_token", ("resource_metadata", Options.ResourceMetadata(Request))));
        if (Options.AcceptsBasic)
        {
            Response.Headers.Append("WWW-Authenticate", "Basic realm=\"ScimBridge\", charset=\"UTF-8\"");
        }
    }

    private string? BasicPassword(StringValues headers) =>
        Options.AcceptsBasic && headers is [{ } header] && header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            ? BasicPassword(header[Basic.Length..].Trim())
            : null;

    private static string? BasicPassword(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        return pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? pair[(colon + 1)..] : null;
    }
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ScimBridge.Admin;

/// <summary>Lets in whoever presents the admin API's key as a bearer token (RFC 6750); without a configured key, nobody.</summary>
internal sealed partial class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<AdminOptions> admin)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (header.Count > 1 || !header.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || !IsKey(header.ToString()[Bearer.Length..].Trim()))
        {
            Refused(Context.Connection.RemoteIpAddress);
            return Task.FromResult(AuthenticateResult.Fail("The key is not the admin API's."));
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Scheme.Name)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var authenticated = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = authenticated.Failure is null
            ? "Bearer realm=\"ScimBridge admin\""
            : "Bearer realm=\"ScimBridge admin\", error=\"invalid_token\"";
        await TypedResults.Problem(
            "Send the admin API's key, the setting Admin:ApiKey, as a bearer token.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    // Hashed first, so that neither the time nor the length compared depends on the key.
    private bool IsKey(string presented) =>
        admin.Value.ApiKey is { Length: >= AdminOptions.ShortestApiKey } key && presented.Length <= AdminOptions.Longest
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(presented)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "An admin API key from {Address} was refused")]
    private partial void Refused(System.Net.IPAddress? address);
}

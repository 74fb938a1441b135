using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ScimBridge.Admin.Api;
using ScimBridge.Directories;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Lets in whoever presents a key of the admin API as a bearer token (RFC 6750); without any key, nobody.</summary>
internal sealed partial class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, RefusedTokenThrottle throttle)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (header is not [{ } value] || !value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || await keys.FindAsync(value[Bearer.Length..].Trim(), Context.RequestAborted) is not { } bearer)
        {
            Refused(Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("The key is none of the admin API's.");
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, bearer.Name),
                new Claim(ClaimTypes.Name, bearer.Name),
                new Claim(ClaimTypes.Role, AdminRoles.Word(bearer.Role)),
            ],
            Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        AdminApi.Protect(Response);
        var authenticated = await HandleAuthenticateOnceSafeAsync();
        if (authenticated.Failure is not null && throttle.Slow(Context) is { } seconds)
        {
            await TypedResults.Problem(
                $"Too many keys from this address were refused. Wait {seconds} seconds, and send a key that works.",
                statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(Context);
            return;
        }

        Response.Headers.WWWAuthenticate = authenticated.Failure is null
            ? "Bearer realm=\"ScimBridge admin\""
            : "Bearer realm=\"ScimBridge admin\", error=\"invalid_token\"";
        await TypedResults.Problem(
            "Send a key of the admin API, or the setting Admin:ApiKey, as a bearer token.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        AdminApi.Protect(Response);
        var needed = AdminRoles.Word(AdminPolicies.RoleOf(Context.GetEndpoint()) ?? AdminRole.Admin);
        var has = AdminRoles.Of(Context.User) is { } role ? AdminRoles.Word(role) : "none";
        await TypedResults.Problem(
            $"This needs a key with the role {needed}; this one has the role {has}.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(Context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An admin API key from {Address} was refused")]
    private partial void Refused(System.Net.IPAddress? address);
}

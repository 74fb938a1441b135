using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;

namespace ScimBridge.Scim.OAuth;

/// <summary>Makes the caller of a directory of whoever has a good access token, and says why when it can't.</summary>
internal sealed class OAuthEvents(IOptions<ScimOptions> options, OAuthIssuer issuer, BearerStore bearers, ScimAddress address, ScimDeadlines deadlines, RefusedTokenThrottle throttle)
    : JwtBearerEvents
{
    private const int LongestKey = 63;
    private const string RetryAfterSeconds = "10";

    /// <summary>The namespace of callers' ids; constant, so that a client is the same caller after a restart.</summary>
    private static readonly Guid Callers = new("5f0f7c0e-6d0b-4f0c-9d43-0f6a4f3a7b52");

    private ScimOAuthOptions OAuth => options.Value.OAuth;

    /// <inheritdoc/>
    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (!await issuer.IsKnownAsync(context.Options.ConfigurationManager!, context.HttpContext.RequestAborted))
        {
            context.HttpContext.Features.Set(new OAuthRefusal(
                ScimException.ServiceUnavailable(
                    "Access tokens can't be checked, because their issuer can't be reached. Try again soon; the server's log says more."),
                Error: null));
            context.Fail("The issuer can't be reached.");
        }
    }

    /// <inheritdoc/>
    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var claims = context.Principal!.Claims.ToList();
        if (!claims.Where(claim => claim.Type is "scope" or "scp").SelectMany(claim => claim.Value.Split(' ')).Contains(OAuth.Scope, StringComparer.Ordinal))
        {
            Refuse(context.HttpContext, $"The access token lacks the scope '{OAuth.Scope}'. Have its issuer grant it to this client.", "insufficient_scope");
            return;
        }

        var keys = claims.Where(claim => claim.Type == OAuth.DirectoryClaim).Select(claim => claim.Value).Distinct(StringComparer.Ordinal).ToList();
        if (keys is not [{ } key])
        {
            Refuse(
                context.HttpContext,
                $"The access token names no directory, or more than one. Have its issuer put one directory's key into the claim '{OAuth.DirectoryClaim}'.");
        }
        else if (!IsKey(key) || await bearers.FindPublishedAsync(key, deadlines.Next()) is not { } version)
        {
            Refuse(
                context.HttpContext,
                $"The directory in the access token's claim '{OAuth.DirectoryClaim}' is not served here. Have its issuer put the key of a declared directory there.");
        }
        else
        {
            context.HttpContext.Features.Set(new TokenBearer(CallerOf(claims), key, version, ScimTokenScopes.Users | ScimTokenScopes.Groups));
        }
    }

    /// <inheritdoc/>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        if (context.HttpContext.Features.Get<OAuthRefusal>() is { } unavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            throw unavailable.Reason;
        }

        if (throttle.Slow(context.HttpContext) is not null)
        {
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        SayWhy(context.HttpContext, "invalid_token", scope: null);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task Forbidden(ForbiddenContext context)
    {
        if (context.HttpContext.Features.Get<OAuthRefusal>() is not { } refusal)
        {
            return Task.CompletedTask;
        }

        if (refusal.Error is not null)
        {
            SayWhy(context.HttpContext, refusal.Error, OAuth.Scope);
        }

        throw refusal.Reason;
    }

    private static void Refuse(HttpContext context, string detail, string? error = null) =>
        context.Features.Set(new OAuthRefusal(ScimException.Forbidden(detail), error));

    private void SayWhy(HttpContext context, string error, string? scope) => context.Response.Headers.Append(
        "WWW-Authenticate",
        BearerChallenge.Of(error, ("scope", scope), ("resource_metadata", ProtectedResourceEndpoint.Url(address, context.Request))));

    /// <summary>Whether a directory can have this key at all; a database takes not every text that a token can hold.</summary>
    private static bool IsKey(string text) => text.Length <= LongestKey && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>The issuer's client, or the person it acts for: by what names it in tokens that come and go.</summary>
    private Guid CallerOf(List<Claim> claims)
    {
        var subject = new[] { "sub", "client_id", "azp" }
            .Select(type => claims.Find(claim => claim.Type == type)?.Value).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return NameBasedGuid.Create(Callers, $"{OAuth.Issuer}\n{subject}");
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using ScimBridge.Directories;
using ScimBridge.Scim.OAuth;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>Lets in whoever has a directory's own token without going through the schemes, which costs more than looking the token up.</summary>
/// <remarks>
/// Only ever lets in, and only where opening a directory is all that the policy asks for: whoever has another token, or none, or
/// asks for something else, is the framework's evaluator's.
/// </remarks>
internal sealed class ScimPolicyEvaluator(BearerStore bearers, ScimDeadlines deadlines) : IPolicyEvaluator
{
    private static readonly AuthenticateResult LetIn = AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity(ScimTokenAuthentication.SchemeName)), ScimTokenAuthentication.SchemeName));

    private static readonly Task<PolicyAuthorizationResult> Authorized = Task.FromResult(PolicyAuthorizationResult.Success());

    /// <inheritdoc/>
    public async Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context)
    {
        if (IsMetByToken(policy) && ScimTokens.BearerOf(context.Request) is { } token && !AccessToken.HasForm(token)
            && await bearers.FindAsync(ScimTokens.Hash(token), deadlines.Next()) is { } bearer)
        {
            context.Features.Set(bearer);
            context.User = LetIn.Principal!;
            return LetIn;
        }

        return await Framework(context).AuthenticateAsync(policy, context);
    }

    /// <inheritdoc/>
    public Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
        ReferenceEquals(authenticationResult, LetIn) ? Authorized : Framework(context).AuthorizeAsync(policy, authenticationResult, context, resource);

    private static bool IsMetByToken(AuthorizationPolicy policy)
    {
        var opens = false;
        foreach (var requirement in policy.Requirements)
        {
            opens |= requirement is OpensDirectory;
            if (requirement is not (OpensDirectory or DenyAnonymousAuthorizationRequirement))
            {
                return false;
            }
        }

        return opens;
    }

    private static PolicyEvaluator Framework(HttpContext context) => context.RequestServices.GetRequiredService<PolicyEvaluator>();
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages;

/// <summary>The page on which somebody who signed in changes their password; the only one while they have to.</summary>
internal static class PasswordEndpoints
{
    /// <summary>Maps the page.</summary>
    public static IEndpointRouteBuilder MapPassword(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AdminPaths.Password, Get).RequireAuthorization(AdminPolicies.SignedIn);
        pages.MapPost(AdminPaths.Password, PostAsync)
            .RequireAuthorization(AdminPolicies.SignedIn).WithMetadata(new RequestSizeLimitAttribute(SignInEndpoints.LargestForm));
        return pages;
    }

    private static ContentHttpResult Get(HttpContext context, IAntiforgery antiforgery, string? returnUrl) => Page(context, antiforgery, returnUrl);

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> PostAsync(
        HttpContext context, IAntiforgery antiforgery, SignInAttempts attempts, PasswordActions passwords, AdminSessions sessions)
    {
        if (await PageForms.ReadAsync(context, antiforgery) is not { } form)
        {
            return Page(context, antiforgery, null, "The form was out of date. Please try again.", StatusCodes.Status400BadRequest);
        }

        var returnUrl = form["returnUrl"].ToString();
        if (attempts.Count(context.Connection.RemoteIpAddress) is { } wait)
        {
            return Page(context, antiforgery, returnUrl, SignInEndpoints.WaitFor(context, wait), StatusCodes.Status429TooManyRequests);
        }

        var password = form["newPassword"].ToString();
        if (!string.Equals(password, form["repeated"].ToString(), StringComparison.Ordinal))
        {
            return Page(context, antiforgery, returnUrl, "The new password was not repeated as it is.", StatusCodes.Status400BadRequest);
        }

        var outcome = await passwords.ChangeOwnAsync(AuditActor.Of(context), form["password"].ToString(), password, context.RequestAborted);
        if (!outcome.IsDone)
        {
            return Page(context, antiforgery, returnUrl, outcome.Refusal.Message, StatusCodes.Status400BadRequest);
        }

        // The change has ended every session, this one too.
        await sessions.BeginAsync(context, outcome.Value, "With the password just changed.");
        return TypedResults.LocalRedirect(SignInEndpoints.Next(context, returnUrl));
    }

    private static ContentHttpResult Page(
        HttpContext context, IAntiforgery antiforgery, string? returnUrl, string? problem = null, int status = StatusCodes.Status200OK)
    {
        var must = context.User.HasClaim(claim => claim.Type == AdminClaims.MustChangePassword);
        var why = must ? Html.Of($"<p>Your password was given to you by somebody else, or shown on the server's console. So that it is yours alone, choose another one now.</p>") : Html.None;
        var tokens = PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context));
        var header = Html.Of($"""
            <form method="post" action="{context.Request.PathBase + AdminPaths.SignOut}">
            {tokens}
            <button type="submit">Sign out</button>
            </form>
            """);
        return PageLayout.Page(context, "Change your password", header, Html.Of($"""
            {PageLayout.Problem(problem)}
            {why}
            <form method="post" action="{context.Request.PathBase + AdminPaths.Password}">
            {tokens}
            <input type="hidden" name="returnUrl" value="{(AdminPaths.IsLocal(returnUrl) ? returnUrl : "")}">
            <input type="hidden" name="userName" value="{context.User.Identity?.Name}" autocomplete="username">
            <label for="password">Current password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
            <label for="newPassword">New password</label>
            <input id="newPassword" name="newPassword" type="password" autocomplete="new-password" aria-describedby="rules" required>
            <p id="rules">{PasswordRules.Words}</p>
            <label for="repeated">New password again</label>
            <input id="repeated" name="repeated" type="password" autocomplete="new-password" required>
            <button type="submit">Change password</button>
            </form>
            """), status);
    }
}

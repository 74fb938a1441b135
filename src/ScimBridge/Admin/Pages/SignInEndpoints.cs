using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    /// <summary>The largest form, in bytes.</summary>
    public const int LargestForm = 16 * 1024;

    /// <summary>Maps the sign-in page, its style sheet, signing in and out, and the way in from the bare address.</summary>
    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AdminPaths.SignIn, Get).AllowAnonymous();
        pages.MapPost(AdminPaths.SignIn, PostAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        pages.MapGet(AdminPaths.Style, Style).AllowAnonymous();
        pages.MapGet(AdminPaths.Root, Start).AllowAnonymous();
        pages.MapPost(AdminPaths.SignOut, SignOutAsync)
            .RequireAuthorization(AdminPolicies.SignedIn).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        return pages;
    }

    /// <summary>Where to go after signing in: to what was asked for if that is here, else to the first page.</summary>
    public static string Next(HttpContext context, string? returnUrl) =>
        AdminPaths.IsLocal(returnUrl) ? returnUrl! : context.Request.PathBase + AdminPaths.Landing;

    /// <summary>Says how long to wait, in the header too.</summary>
    public static string WaitFor(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return $"There were too many attempts. Please wait {seconds} seconds.";
    }

    private static ContentHttpResult Get(HttpContext context, IAntiforgery antiforgery, string? returnUrl) => SignInPage.Of(context, antiforgery, returnUrl);

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> PostAsync(
        HttpContext context, IAntiforgery antiforgery, SignInAttempts attempts)
    {
        if (await PageForms.ReadAsync(context, antiforgery) is not { } form)
        {
            return SignInPage.Of(context, antiforgery, null, "The form was out of date. Please try again.", StatusCodes.Status400BadRequest);
        }

        var returnUrl = form["returnUrl"].ToString();
        var userName = form["userName"].ToString();
        if (attempts.Count(context.Connection.RemoteIpAddress) is { } wait)
        {
            return SignInPage.Of(context, antiforgery, returnUrl, WaitFor(context, wait), StatusCodes.Status429TooManyRequests, userName);
        }

        if (await attempts.SignInAsync(context, userName, form["password"].ToString()) is not { } account)
        {
            return SignInPage.Of(
                context, antiforgery, returnUrl, $"The user name or the password is wrong. {PasswordSignIn.LockWarning}", StatusCodes.Status401Unauthorized, userName);
        }

        return TypedResults.LocalRedirect(account.MustChangePassword
            ? context.Request.PathBase + AdminPaths.Password + QueryString.Create("returnUrl", Next(context, returnUrl))
            : Next(context, returnUrl));
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SessionActions sessions)
    {
        if (await PageForms.ReadAsync(context, antiforgery) is null)
        {
            return SignInPage.Of(context, antiforgery, null, "The form was out of date, and you are still signed in.", StatusCodes.Status400BadRequest);
        }

        await sessions.SignOutAsync(AuditActor.Of(context), context.User, context.RequestAborted);
        await context.SignOutAsync(AdminSchemes.Cookie);
        return TypedResults.LocalRedirect(context.Request.PathBase + AdminPaths.SignIn);
    }

    // Without a session this leads on to signing in.
    private static RedirectHttpResult Start(HttpContext context) => TypedResults.LocalRedirect(context.Request.PathBase + AdminPaths.Landing);

    private static ContentHttpResult Style() => TypedResults.Content(PageLayout.Style, "text/css", System.Text.Encoding.UTF8);
}

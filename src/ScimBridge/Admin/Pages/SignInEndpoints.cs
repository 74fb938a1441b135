using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ScimBridge.Admin.Pages;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    /// <summary>The largest form, in bytes.</summary>
    private const int LargestForm = 16 * 1024;

    /// <summary>Maps the sign-in page, its style sheet, and signing in and out.</summary>
    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AdminPaths.SignIn, Get).AllowAnonymous();
        pages.MapPost(AdminPaths.SignIn, PostAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        pages.MapGet(AdminPaths.Style, Style).AllowAnonymous();
        pages.MapPost(AdminPaths.SignOut, SignOutAsync)
            .RequireAuthorization(AdminPolicies.Admin).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        return pages;
    }

    private static ContentHttpResult Get(HttpContext context, IAntiforgery antiforgery, string? returnUrl) => Form(context, antiforgery, returnUrl);

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> PostAsync(
        HttpContext context, IAntiforgery antiforgery, SignInAttempts attempts)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Form(context, antiforgery, null, "The form was out of date. Please try again.", StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var returnUrl = form["returnUrl"].ToString();
        if (attempts.Count(context.Connection.RemoteIpAddress) is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            return Form(
                context, antiforgery, returnUrl, $"There were too many attempts. Please wait {seconds} seconds.", StatusCodes.Status429TooManyRequests);
        }

        if (!await attempts.SignInAsync(context, form["userName"].ToString(), form["password"].ToString()))
        {
            return Form(
                context, antiforgery, returnUrl, "The user name or the password is wrong.", StatusCodes.Status401Unauthorized);
        }

        return TypedResults.LocalRedirect(AdminPaths.IsLocal(returnUrl) ? returnUrl : context.Request.PathBase + AdminPaths.Landing);
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Form(context, antiforgery, null, "The form was out of date, and you are still signed in.", StatusCodes.Status400BadRequest);
        }

        await context.SignOutAsync(AdminSchemes.Cookie);
        return TypedResults.LocalRedirect(context.Request.PathBase + AdminPaths.SignIn);
    }

    private static ContentHttpResult Style() => TypedResults.Content(PageLayout.Style, "text/css", System.Text.Encoding.UTF8);

    private static ContentHttpResult Form(
        HttpContext context, IAntiforgery antiforgery, string? returnUrl, string? problem = null, int status = StatusCodes.Status200OK)
    {
        var message = problem is null ? Html.None : Html.Of($"""<p class="problem" role="alert">{problem}</p>""");
        var hint = context.Request.IsHttps || AdminCookieBuilder.IsPlainLoopback(context.Request)
            ? Html.None
            : Html.Of($"<p>If this page comes back after signing in, open it over https: browsers keep the session's cookie only there.</p>");
        var local = AdminPaths.IsLocal(returnUrl) ? returnUrl : "";
        return PageLayout.Page(context, "Sign in", Html.None, Html.Of($"""
            {message}
            <form method="post" action="{context.Request.PathBase + AdminPaths.SignIn}">
            {PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context))}
            <input type="hidden" name="returnUrl" value="{local}">
            <label for="userName">User name</label>
            <input id="userName" name="userName" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">Sign in</button>
            </form>
            {hint}
            """), status);
    }
}

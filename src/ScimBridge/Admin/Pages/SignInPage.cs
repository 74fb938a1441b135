using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ScimBridge.Admin.Pages;

/// <summary>The sign-in page as markup.</summary>
internal static class SignInPage
{
    /// <summary>The page, with what went wrong if something did, and the user name that was entered before.</summary>
    public static ContentHttpResult Of(
        HttpContext context, IAntiforgery antiforgery, string? returnUrl, string? problem = null, int status = StatusCodes.Status200OK, string? userName = null)
    {
        var hint = context.Request.IsHttps || AdminCookieBuilder.IsPlainLoopback(context.Request)
            ? Html.None
            : Html.Of($"<p>If this page comes back after signing in, open it over https: browsers keep the session's cookie only there.</p>");
        var (nameNext, passwordNext) = string.IsNullOrEmpty(userName) ? (Html.Of($" autofocus"), Html.None) : (Html.None, Html.Of($" autofocus"));
        var local = AdminPaths.IsLocal(returnUrl) ? returnUrl : "";
        return PageLayout.Page(context, "Sign in", Html.None, Html.Of($"""
            {PageLayout.Problem(problem)}
            <form method="post" action="{context.Request.PathBase + AdminPaths.SignIn}">
            {PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context))}
            <input type="hidden" name="returnUrl" value="{local}">
            <label for="userName">User name</label>
            <input id="userName" name="userName" autocomplete="username" autocapitalize="none" spellcheck="false" value="{userName}" required{nameNext}>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required{passwordNext}>
            <button type="submit">Sign in</button>
            </form>
            {Provider(context, local)}
            {hint}
            """), status);
    }

    // A link and no form: the page's content policy lets no form end up at another site, where the provider is.
    private static Html Provider(HttpContext context, string? returnUrl)
    {
        var provider = context.RequestServices.GetRequiredService<IOptions<AdminOptions>>().Value.OpenIdConnect;
        var start = context.Request.PathBase + AdminPaths.OpenId + (string.IsNullOrEmpty(returnUrl) ? QueryString.Empty : QueryString.Create("returnUrl", returnUrl));
        return provider.Enabled ? Html.Of($"""<p><a class="button" href="{start}">Sign in with {provider.Name}</a></p>""") : Html.None;
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ScimBridge.Admin.Pages;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Has a cookie say what its session says at this moment, and shows whoever has none, or may not go on, where to go.</summary>
internal sealed class AdminCookieEvents(AdminSessions sessions) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var request = context.HttpContext;
        if (await sessions.OpenAsync(context.Principal, request.Connection.RemoteIpAddress?.ToString(), request.RequestAborted) is { } principal)
        {
            context.ReplacePrincipal(principal);
            return;
        }

        context.RejectPrincipal();
        await request.SignOutAsync(context.Scheme.Name);
    }

    /// <inheritdoc/>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsRead(context.Request))
        {
            context.Response.Redirect(To(AdminPaths.SignIn, context.Request));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.User.HasClaim(claim => claim.Type == AdminClaims.MustChangePassword) && IsRead(context.Request))
        {
            context.Response.Redirect(To(AdminPaths.Password, context.Request));
            return;
        }

        var needed = AdminRoles.Word(AdminPolicies.RoleOf(context.HttpContext.GetEndpoint()) ?? AdminRole.Viewer);
        BrowserGuard.Protect(context.HttpContext, BrowserGuard.PagePolicy);
        await PageLayout.Page(
            context.HttpContext, "Not allowed", Html.None,
            Html.Of($"<p>This needs the role {needed}, which your account does not have. Ask an admin for it.</p>"),
            StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // By path alone, because the scheme and host that this server sees may be those behind a proxy.
    private static string To(string page, HttpRequest request) =>
        request.PathBase + page + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString);
}

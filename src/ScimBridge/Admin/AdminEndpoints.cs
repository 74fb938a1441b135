using Hangfire;
using Hangfire.Dashboard;
using ScimBridge.Admin.Api;
using ScimBridge.Admin.Pages;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Maps administration: sign-in, the pages, those of setup links, the Hangfire dashboard and the admin API.</summary>
internal static class AdminEndpoints
{
    /// <summary>The list of the pages' assets, which lies beside the program; by its name, since tests put the server together in programs of their own.</summary>
    private static readonly string Assets = $"{typeof(AdminEndpoints).Assembly.GetName().Name}.staticwebassets.endpoints.json";

    /// <summary>Maps every route of administration; routing, authentication and authorization must run before.</summary>
    public static IEndpointRouteBuilder MapAdmin(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").WithBrowserGuard(BrowserGuard.PagePolicy);
        pages.MapSignIn();
        pages.MapPassword();
        pages.MapOpenId();
        pages.MapSetup();
        pages.MapAuditDownload();
        pages.MapReference();
        routes.MapStaticAssets(Assets);

        // Its own word on frames is weaker than that of our policy.
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(AdminPolicies.View).WithBrowserGuard(BrowserGuard.AppPolicy);
        routes.MapDashboard();
        routes.MapAdminApi();
        return routes;
    }

    // The policy replaces Hangfire's own rule, which lets every local request in, a proxy's on this machine included.
    // Hangfire checks antiforgery tokens by itself where IAntiforgery is registered and this option is left alone.
    private static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapHangfireDashboardWithAuthorizationPolicy(
            AdminPolicies.View,
            AdminPaths.Hangfire,
            new DashboardOptions
            {
                AppPath = AdminPaths.Landing,
                DashboardTitle = "ScimBridge jobs",
                DisplayStorageConnectionString = false,
                IgnoreAntiforgeryToken = false,
                IsReadOnlyFunc = dashboard => !(AdminRoles.Of(dashboard.GetHttpContext().User) >= AdminRole.Operator),
            })
            .WithBrowserGuard(BrowserGuard.DashboardPolicy);
}

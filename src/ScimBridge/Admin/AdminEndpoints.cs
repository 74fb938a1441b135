using Hangfire;
using ScimBridge.Admin.Api;
using ScimBridge.Admin.Pages;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin;

/// <summary>Maps administration: sign-in, the landing page, the Hangfire dashboard and the admin API.</summary>
internal static class AdminEndpoints
{
    /// <summary>Maps every route of administration; routing, authentication and authorization must run before.</summary>
    public static IEndpointRouteBuilder MapAdmin(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").WithBrowserGuard(BrowserGuard.PagePolicy);
        pages.MapSignIn();
        pages.MapLanding();
        pages.MapReference();
        routes.MapDashboard();
        routes.MapAdminApi();
        return routes;
    }

    // The policy replaces Hangfire's own rule, which lets every local request in, a proxy's on this machine included.
    // Hangfire checks antiforgery tokens by itself where IAntiforgery is registered and this option is left alone.
    private static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapHangfireDashboardWithAuthorizationPolicy(
            AdminPolicies.Admin,
            AdminPaths.Hangfire,
            new DashboardOptions
            {
                AppPath = AdminPaths.Landing,
                DashboardTitle = "ScimBridge jobs",
                DisplayStorageConnectionString = false,
                IgnoreAntiforgeryToken = false,
            })
            .WithBrowserGuard(BrowserGuard.DashboardPolicy);
}

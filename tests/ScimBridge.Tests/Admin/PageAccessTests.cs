using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Who gets the pages, and what a browser is told about them.</summary>
public sealed class PageAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_not_signed_in_is_shown_where()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().GetAsync("admin?a=b", Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/signin?returnUrl=%2Fadmin%3Fa%3Db", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("admin/directories/acme/users")]
    [InlineData("admin/audit")]
    public async Task Pages_have_no_script_within_them_are_not_kept_and_stand_in_no_frame(string path)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.GetAsync(path, Ct);
        var page = await response.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)", page);
        Assert.DoesNotMatch("\\son[a-z]+=\"", page);
    }

    [Theory]
    [InlineData(AdminTestHost.ApiKey)]
    [InlineData(null)]
    public async Task No_other_credential_opens_the_pages(string? bearer)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        bearer ??= await host.TokenAsync(await host.DeclareAsync("acme", Ct), Ct);

        foreach (var path in (string[])["admin", "admin/audit", "admin/audit/export?format=csv", "hangfire"])
        {
            using var response = await host.Bearer(bearer).GetAsync(path, Ct);

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_connects_to_a_page_without_a_session_or_from_another_sites_page()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();

        using var anonymous = await browser.PostAsync("_blazor/negotiate?negotiateVersion=1", null, Ct);
        using var signedIn = await browser.SignInAsync(Ct);
        using var own = await browser.PostAsync("_blazor/negotiate?negotiateVersion=1", null, Ct);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "_blazor");
        foreign.Headers.Add("Origin", "https://evil.example");
        foreign.Headers.Add("Upgrade", "websocket");
        foreign.Headers.Add("Connection", "Upgrade");
        using var hijacked = await browser.SendAsync(foreign, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, hijacked.StatusCode);
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_overview()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().GetAsync("", Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/admin", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_overview_below_a_path_of_a_proxy_too()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var root = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(route => route.RoutePattern.RawText is "/");
        var context = new DefaultHttpContext { RequestServices = host.Services };
        (context.Request.Method, context.Request.PathBase, context.Request.Path) = ("GET", "/bridge", "/");

        await root.RequestDelegate!(context);

        Assert.Equal("/bridge/admin", context.Response.Headers.Location.ToString());
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_404()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.GetAsync("admin/nothing-here", Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}

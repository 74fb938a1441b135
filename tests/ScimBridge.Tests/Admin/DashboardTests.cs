using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class DashboardTests
{
    private const string Trigger = "hangfire/recurring/trigger";
    private static readonly (string Name, string Value) s_job = ("jobs[]", "directory:acme");

    private static readonly (string Name, string Value)[] s_forwarded =
    [
        ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost"), ("X-Forwarded-Proto", "https"), ("Forwarded", "for=127.0.0.1;host=localhost"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trigger_now_starts_a_sync_for_an_admin()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var directory = await host.DeclareAsync("acme", Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);
        var page = await browser.GetStringAsync("hangfire/recurring", Ct);
        var token = await browser.DashboardTokenAsync(Ct);
        (string, string)[] headers = [token, ("Origin", host.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")];

        using var response = await browser.PostFormAsync(Trigger, headers, s_job, Ct);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await host.HiBob.AskedAsync(Ct);
        var run = Assert.Single(await RunsAsync(host, directory));
        Assert.Equal(SyncTrigger.Schedule, run.Trigger);
        Assert.Equal(SyncRunState.Running, run.State);
        Assert.Contains("directory:acme", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Anonymous_visitors_sign_in_first_even_through_a_proxy_on_this_machine(bool proxied)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var directory = await host.DeclareAsync("acme", Ct);
        var browser = host.Browser();
        foreach (var (name, value) in proxied ? s_forwarded : [])
        {
            browser.DefaultRequestHeaders.Add(name, value);
        }

        using var page = await browser.GetAsync("hangfire/recurring", Ct);
        using var script = await browser.GetAsync("hangfire", Ct);
        using var trigger = await browser.PostFormAsync(Trigger, [], s_job, Ct);

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/signin?returnUrl=%2Fhangfire%2Frecurring", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, script.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, trigger.StatusCode);
        Assert.Empty(await RunsAsync(host, directory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_admin_s_browser_does_nothing_without_the_antiforgery_token(bool proxied)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var directory = await host.DeclareAsync("acme", Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);
        var (name, _) = await browser.DashboardTokenAsync(Ct);

        using var missing = await browser.PostFormAsync(Trigger, proxied ? s_forwarded : [], s_job, Ct);
        using var wrong = await browser.PostFormAsync(Trigger, [(name, "wrong"), .. proxied ? s_forwarded : []], s_job, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, missing.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Empty(await RunsAsync(host, directory));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    public async Task An_admin_s_browser_does_nothing_for_another_site_even_with_the_token(string header, string value, bool proxied)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var directory = await host.DeclareAsync("acme", Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);
        var token = await browser.DashboardTokenAsync(Ct);

        using var response = await browser.PostFormAsync(Trigger, [token, (header, value), .. proxied ? s_forwarded : []], s_job, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await RunsAsync(host, directory));
    }

    [Fact]
    public async Task The_dashboard_is_never_framed_and_runs_only_its_own_scripts()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.GetAsync("hangfire", Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
    }

    private static Task<IReadOnlyList<SyncRunRecord>> RunsAsync(AdminTestHost host, DirectoryRecord directory) =>
        host.Services.GetRequiredService<SyncRunStore>().ListAsync(new DirectoryId(directory.Id), null, 10, Ct);
}

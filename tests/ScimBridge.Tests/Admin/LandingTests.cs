using System.Net;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class LandingTests
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

    [Fact]
    public async Task Directories_are_listed_with_their_state_in_words_and_names_are_never_markup()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct, "<script>alert(1)</script>");
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        var page = await browser.GetStringAsync("admin", Ct);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; (acme)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("acme Inc.", page, StringComparison.Ordinal);
        Assert.Contains("Being read for the first time.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/hangfire\">", page, StringComparison.Ordinal);
        Assert.Contains("Sign out", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AdminTestHost.ApiKey)]
    [InlineData(null)]
    public async Task No_other_credential_opens_the_pages(string? bearer)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        bearer ??= await host.TokenAsync(await host.DeclareAsync("acme", Ct), Ct);

        using var landing = await host.Bearer(bearer).GetAsync("admin", Ct);
        using var dashboard = await host.Bearer(bearer).GetAsync("hangfire", Ct);

        Assert.Equal(HttpStatusCode.Redirect, landing.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, dashboard.StatusCode);
    }
}

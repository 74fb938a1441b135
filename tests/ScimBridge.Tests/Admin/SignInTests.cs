using System.Net;
using ScimBridge.Admin.Accounts;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_runs_no_script_is_never_framed_or_kept_and_says_what_it_is()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().GetAsync("signin", Ct);

        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<label for=\"password\">", page, StringComparison.Ordinal);
        Assert.Contains("<main>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_comes_without_signing_in()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().GetAsync("signin/style.css", Ct);

        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_right_password_opens_the_page_that_was_asked_for()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();

        using var response = await browser.SignInAsync(Ct, returnUrl: "/hangfire/recurring");
        using var landing = await browser.GetAsync("admin", Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/hangfire/recurring", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, landing.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("scimbridge.admin=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_cookie_is_secure_unless_the_browser_is_on_the_same_machine()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, "signin");
        request.Headers.Host = "bridge.example.com";

        using var response = await host.Bearer(null).SendAsync(request, Ct);
        using var local = await host.Bearer(null).GetAsync("signin", Ct);

        Assert.Contains("secure", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", local.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().SignInAsync(Ct, returnUrl: returnUrl);

        Assert.Equal("/admin", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("admin", "wrong wrong wrong")]
    [InlineData("nobody", AdminTestHost.Password)]
    [InlineData("", "")]
    public async Task A_wrong_name_or_password_gets_the_same_answer_and_no_session(string userName, string password)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();

        using var response = await browser.SignInAsync(Ct, password, userName);
        using var landing = await browser.GetAsync("admin", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("The user name or the password is wrong.", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, landing.StatusCode);
    }

    [Fact]
    public async Task The_user_name_is_filled_in_again_and_the_password_comes_next()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();

        var first = await browser.GetStringAsync("signin", Ct);
        using var response = await browser.SignInAsync(Ct, "wrong wrong wrong", "eve\"<x>");

        var again = await response.Content.ReadAsStringAsync(Ct);
        Assert.Matches("<input id=\"userName\"[^>]* value=\"\" required autofocus>", first);
        Assert.Matches("<input id=\"userName\"[^>]* value=\"eve&quot;&lt;x&gt;\" required>", again);
        Assert.Matches("<input id=\"password\"[^>]* required autofocus>", again);
        Assert.DoesNotContain("wrong wrong wrong", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().PostFormAsync("signin", Ct, ("userName", "admin"), ("password", AdminTestHost.Password));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(Cookies(response), cookie => cookie.StartsWith("scimbridge.admin=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_nobody_can_read_is_refused()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Browser().SignInAsync(Ct, userName: "ad\0min");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_elsewhere_is_refused(string header, string value)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add(header, value);

        using var response = await browser.SignInAsync(Ct);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_form_of_our_own_page_passes()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        browser.DefaultRequestHeaders.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        using var response = await browser.SignInAsync(Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task The_sixth_attempt_within_a_minute_waits_whoever_a_header_says_it_is()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        for (var attempt = 0; attempt < SignInThrottle.PerAddress; attempt++)
        {
            using var refused = await browser.SignInAsync(Ct, "wrong wrong wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var response = await browser.SignInAsync(Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.Contains("too many attempts", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.SignOutAsync(Ct);
        using var landing = await browser.GetAsync("admin", Ct);

        Assert.Equal("/signin", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, landing.StatusCode);
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_the_form()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.PostFormAsync("signout", Ct);
        using var landing = await browser.GetAsync("admin", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, landing.StatusCode);
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}

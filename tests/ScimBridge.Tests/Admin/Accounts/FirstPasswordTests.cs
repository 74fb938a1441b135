using System.Net;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

/// <summary>A password that somebody else knows opens nothing until it is changed.</summary>
public sealed class FirstPasswordTests
{
    private const string Own = "a password of my own";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_printed_password_must_be_changed_before_anything_opens(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider, password: null);
        var browser = host.Browser();

        using var signedIn = await browser.SignInAsync(Ct, host.MadePassword!, returnUrl: "/hangfire");
        Assert.Equal("/signin/password?returnUrl=%2Fhangfire", signedIn.Headers.Location?.OriginalString);
        foreach (var path in (string[])["admin", "hangfire"])
        {
            using var closed = await browser.GetAsync(path, Ct);
            Assert.Equal($"/signin/password?returnUrl=%2F{path}", closed.Headers.Location?.OriginalString);
        }

        using var post = await browser.PostFormAsync("hangfire/recurring/trigger", Ct, ("jobs[]", "directory:acme"));
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        using var changed = await browser.ChangePasswordAsync(host.MadePassword!, Own, returnUrl: "/hangfire");
        Assert.Equal("/hangfire", changed.Headers.Location?.OriginalString);
        using var open = await browser.GetAsync("admin", Ct);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var again = await host.Browser().SignInAsync(Ct, Own);
        Assert.Equal("/admin", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_page_is_plain_labelled_and_never_kept()
    {
        await using var host = await AdminTestHost.StartAsync(Ct, password: null);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct, host.MadePassword!);

        using var response = await browser.GetAsync("signin/password", Ct);

        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<label for=\"newPassword\">", page, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"new-password\"", page, StringComparison.Ordinal);
        Assert.Contains("given to you by somebody else, or shown on the server", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", null, "fewer than 12 characters")]
    [InlineData("another password", "another pasword", "not repeated")]
    [InlineData("hans.in.luck@example", null, "is the user name")]
    [InlineData("the first password", null, "is the old one")]
    public async Task A_password_that_does_not_fit_is_refused_in_words(string password, string? repeated, string problem)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.MakeAccountAsync("Hans.in.Luck@example", "viewer", "the first password");
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct, "the first password", "hans.in.luck@example");

        using var response = await browser.ChangePasswordAsync("the first password", password, repeated);

        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("A password has 12 to 512 characters").Length);
    }

    [Fact]
    public async Task The_current_password_is_needed_and_guessing_it_locks_the_account()
    {
        await using var host = await AdminTestHost.StartAsync(Ct, password: null);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct, host.MadePassword!);

        using var wrong = await browser.ChangePasswordAsync("wrong wrong wrong", Own);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("The current password is wrong.", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("unknown session.refuse admin", (await host.AuditedAsync())[0]);
    }

    [Fact]
    public async Task The_password_of_the_settings_needs_no_change_and_is_changed_there()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var response = await browser.ChangePasswordAsync(AdminTestHost.Password, Own);

        Assert.Equal("/admin", signedIn.Headers.Location?.OriginalString);
        Assert.Contains("Admin:Password", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_changes_nothing()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var page = await host.Browser().GetAsync("signin/password", Ct);
        using var form = await host.Browser().PostFormAsync("signin/password", Ct, ("password", AdminTestHost.Password), ("newPassword", Own), ("repeated", Own));

        Assert.Equal("/signin?returnUrl=%2Fsignin%2Fpassword", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);
    }
}

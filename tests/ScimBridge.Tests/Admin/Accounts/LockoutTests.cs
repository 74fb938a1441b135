using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Admin.Accounts;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

/// <summary>Wrong passwords in a row lock an account, in every process, and tell a guesser nothing.</summary>
public sealed class LockoutTests
{
    private const string Wrong = "wrong wrong wrong";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour_in_every_process(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await AdminTestHost.StartAsync(Ct, provider, time: time);
        await using var other = await AdminTestHost.StartAsync(Ct, beside: host.Database, time: time);
        for (var attempt = 0; attempt < PasswordSignIn.MostWrong; attempt++)
        {
            Assert.Null(await CheckAsync(attempt % 2 == 0 ? host : other, "Admin", Wrong));
        }

        Assert.Null(await CheckAsync(host, "admin", AdminTestHost.Password));
        Assert.Null(await CheckAsync(other, "admin", AdminTestHost.Password));
        var account = await host.Api().GetStringAsync("api/v1/accounts/admin", Ct);
        Assert.Equal(time.GetUtcNow().AddMinutes(15).UtcDateTime, JsonElement.Parse(account).GetProperty("lockedUntil").GetDateTime());

        time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await CheckAsync(other, "admin", AdminTestHost.Password));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_sign_in_forgets_the_wrong_passwords_before_it(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 1; attempt < PasswordSignIn.MostWrong; attempt++)
            {
                Assert.Null(await CheckAsync(host, "admin", Wrong));
            }

            using var signedIn = await host.Browser().SignInAsync(Ct);
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Attempts_at_the_same_moment_are_no_more_than_attempts_one_after_the_other(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync(host, "admin", Wrong)));

        var reasons = await DetailsAsync(host);
        Assert.Equal(20 - PasswordSignIn.MostWrong, reasons.Count(reason => reason == "The account is locked."));
    }

    [Fact]
    public async Task A_locked_account_a_disabled_one_and_none_at_all_get_the_same_answer()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var password = await host.MakeAccountAsync("gone");
        using var disabled = await host.ChangeAccountAsync("gone", "admin", disabled: true);
        for (var attempt = 0; attempt < PasswordSignIn.MostWrong; attempt++)
        {
            Assert.Null(await CheckAsync(host, "admin", Wrong));
        }

        var answers = new List<string>();
        foreach (var (name, secret) in new[] { ("admin", AdminTestHost.Password), ("gone", password), ("nobody", Wrong), ("no body", Wrong) })
        {
            var browser = host.Browser();
            using var response = await browser.SignInAsync(Ct, secret, name);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            var page = await response.Content.ReadAsStringAsync(Ct);
            answers.Add(page[page.IndexOf("role=\"alert\"", StringComparison.Ordinal)..page.IndexOf("<form", StringComparison.Ordinal)]);
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Contains("15 minutes", answers[0], StringComparison.Ordinal);
        var audited = await host.AuditedAsync("action=session.refuse&count=4");
        Assert.Equal(["unknown session.refuse", "unknown session.refuse", "unknown session.refuse gone", "unknown session.refuse admin"], audited);
        Assert.Equal("There is no such account.", (await DetailsAsync(host))[0]);
    }

    private static Task<ScimBridge.Storage.Records.AdminAccountRecord?> CheckAsync(AdminTestHost host, string name, string password) =>
        host.Services.GetRequiredService<PasswordSignIn>().CheckAsync(name, password, "192.0.2.7", Ct);

    private static async Task<IReadOnlyList<string?>> DetailsAsync(AdminTestHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        return await db.Audit.Where(entry => entry.Action == "session.refuse").OrderByDescending(entry => entry.Id).Select(entry => entry.Detail).ToListAsync(Ct);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Admin;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

/// <summary>Sessions are rows: what ends one ends it from the next request on, in every process.</summary>
public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, string>> Ends =>
        Databases.With(["sign out", "end", "end own", "password", "role", "disable", "delete"]);

    [Theory, MemberData(nameof(Ends))]
    public async Task What_ends_a_session_closes_its_cookie_in_every_process(string provider, string how)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await using var other = await AdminTestHost.StartAsync(Ct, beside: host.Database);
        var browser = await host.SignedInAsync("eve", "operator");
        using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = other.Address };
        var cookie = host.CookiesOf(browser);
        using var before = await GetAsync(elsewhere, cookie);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var (id, user) = await SessionAsync(host, "eve");
        var sessions = host.Services.GetRequiredService<AdminSessions>();
        Assert.True(await sessions.StillAsync(user, AdminRole.Operator, Ct));

        using var ended = await EndAsync(host, browser, how, id);

        using var after = await GetAsync(elsewhere, cookie);
        Assert.Equal("/signin?returnUrl=%2Fadmin", after.Headers.Location?.OriginalString);
        Assert.False(await sessions.StillAsync(user, AdminRole.Viewer, Ct));
        Assert.False(await other.Services.GetRequiredService<AdminSessions>().IsOpenAsync(user, AdminRole.Viewer, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_session_says_who_with_which_role_and_where_from(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await host.SignedInAsync("Eve", "operator");
        var (_, user) = await SessionAsync(host, "eve");
        var sessions = host.Services.GetRequiredService<AdminSessions>();

        Assert.Equal(("Eve", "Eve", "operator"), (user.Identity!.Name, user.FindFirstValue(ClaimTypes.NameIdentifier), user.FindFirstValue(ClaimTypes.Role)));
        Assert.Equal(new AuditActor("Eve", "192.0.2.9"), AuditActor.Of(user));
        Assert.True(await sessions.StillAsync(user, AdminRole.Operator, Ct));
        Assert.False(await sessions.StillAsync(user, AdminRole.Admin, Ct));
        Assert.False(await sessions.StillAsync(new ClaimsPrincipal(), AdminRole.Viewer, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_session_ends_hours_after_its_last_use_and_a_day_after_its_first(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await AdminTestHost.StartAsync(Ct, provider, time: time);
        var idle = host.Browser();
        var busy = host.Browser();
        using var one = await idle.SignInAsync(Ct);
        using var two = await busy.SignInAsync(Ct);
        for (var hours = 0; hours < 21; hours += 7)
        {
            time.Advance(TimeSpan.FromHours(7));
            using var open = await busy.GetAsync("admin", Ct);
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }

        using var left = await idle.GetAsync("admin", Ct);
        time.Advance(TimeSpan.FromHours(3));
        using var worn = await busy.GetAsync("admin", Ct);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, worn.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sessions_are_listed_with_address_browser_and_last_use_to_a_minute(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await AdminTestHost.StartAsync(Ct, provider, time: time);
        var browser = host.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Browser/1.0");
        using var signedIn = await browser.SignInAsync(Ct);
        var began = time.GetUtcNow().UtcDateTime;
        time.Advance(TimeSpan.FromSeconds(59));
        await browser.GetStringAsync("admin", Ct);
        var early = Assert.Single((await ListAsync(host, "admin")).EnumerateArray());
        time.Advance(TimeSpan.FromSeconds(1));
        await browser.GetStringAsync("admin", Ct);

        var late = Assert.Single((await ListAsync(host, "admin")).EnumerateArray());

        Assert.Equal(["id", "createdAt", "lastSeenAt", "endsAt", "address", "browser"], late.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("127.0.0.1", "Browser/1.0"), (late.Text("address"), late.Text("browser")));
        Assert.Equal((began, began), (early.GetProperty("createdAt").GetDateTime(), early.GetProperty("lastSeenAt").GetDateTime()));
        Assert.Equal(began.AddMinutes(1), late.GetProperty("lastSeenAt").GetDateTime());
        using var missing = await host.Api().GetAsync("api/v1/accounts/nobody/sessions", Ct);
        Assert.Contains("'nobody'", await missing.ProblemAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_another_one_s_session_as_their_own()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.SignedInAsync("eve", "operator");
        var (id, user) = await SessionAsync(host, "eve");
        var actions = host.Services.GetRequiredService<SessionActions>();

        var outcome = await actions.EndOwnAsync(new AuditActor("adam", null), id, Ct);

        Assert.Equal(RefusalKind.NotFound, outcome.Refusal!.Kind);
        Assert.True(await host.Services.GetRequiredService<AdminSessions>().StillAsync(user, AdminRole.Operator, Ct));
    }

    [Fact]
    public async Task Signing_in_and_out_and_ending_are_in_the_audit_log()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);
        var first = Assert.Single((await ListAsync(host, "admin")).EnumerateArray()).Text("id");
        using var signedOut = await browser.SignOutAsync(Ct);
        using var again = await browser.SignInAsync(Ct);
        var second = Assert.Single((await ListAsync(host, "admin")).EnumerateArray()).Text("id");
        using var ended = await host.Api().DeleteAsync($"api/v1/sessions/{second}", Ct);
        using var twice = await host.Api().DeleteAsync($"api/v1/sessions/{second}", Ct);
        using var none = await host.Api().DeleteAsync("api/v1/sessions/none", Ct);

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Contains("is over", await twice.ProblemAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("'none'", await none.ProblemAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Equal(
            [$"api-key session.end {second}", $"admin session.begin {second}", $"admin session.sign_out {first}", $"admin session.begin {first}"],
            await host.AuditedAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_session_begins_by_a_password_that_is_changed_while_it_is_checked(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await host.MakeAccountAsync("eve", "admin", "the first password");
        var known = await host.Services.GetRequiredService<PasswordSignIn>().CheckAsync("eve", "the first password", null, Ct);
        using var changed = await host.Api().PostAsync("api/v1/accounts/eve/password", null, Ct);

        var began = await host.Services.GetRequiredService<AdminSessionStore>().BeginAsync(
            new AdminSessionRecord { Id = Guid.NewGuid(), AccountId = known!.Id, EndsAt = DateTimeOffset.UtcNow.AddHours(1) }, known.SecurityStamp, Ct);

        Assert.False(began);
        Assert.Equal(0, (await ListAsync(host, "eve")).GetArrayLength());
    }

    private static async Task<HttpResponseMessage?> EndAsync(AdminTestHost host, HttpClient browser, string how, Guid id)
    {
        switch (how)
        {
            case "sign out":
                return await browser.SignOutAsync(Ct);
            case "end":
                return await host.Api().DeleteAsync($"api/v1/sessions/{id}", Ct);
            case "end own":
                Assert.True((await host.Services.GetRequiredService<SessionActions>().EndOwnAsync(new AuditActor("Eve", null), id, Ct)).IsDone);
                return null;
            case "password":
                return await host.Api().PostAsync("api/v1/accounts/eve/password", null, Ct);
            case "role":
                return await host.ChangeAccountAsync("eve", "viewer", disabled: false);
            case "disable":
                return await host.ChangeAccountAsync("eve", "operator", disabled: true);
            default:
                return await host.DeleteAccountAsync("eve");
        }
    }

    private static async Task<(Guid Id, ClaimsPrincipal User)> SessionAsync(AdminTestHost host, string account)
    {
        var id = Assert.Single((await ListAsync(host, account)).EnumerateArray()).GetProperty("id").GetGuid();
        var cookie = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AdminClaims.Session, id.ToString())], AdminSchemes.Cookie));
        return (id, (await host.Services.GetRequiredService<AdminSessions>().OpenAsync(cookie, "192.0.2.9", Ct))!);
    }

    private static Task<JsonElement> ListAsync(AdminTestHost host, string account) =>
        host.Api().GetFromJsonAsync<JsonElement>($"api/v1/accounts/{account}/sessions", Ct);

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "admin");
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request, Ct);
    }
}

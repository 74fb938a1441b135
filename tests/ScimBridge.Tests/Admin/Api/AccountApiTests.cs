using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Api;

/// <summary>Accounts over the admin API.</summary>
public sealed class AccountApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_account_is_made_with_a_password_that_is_shown_once(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        using var response = await host.Api().PostAsJsonAsync("api/v1/accounts", new { name = "Eve", role = "operator" }, Ct);

        var made = await response.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("/api/v1/accounts/Eve", "\"1\""), (response.Headers.Location!.OriginalString, response.Headers.ETag!.ToString()));
        var password = made.Text("password")!;
        Assert.Matches("^([a-z2-9]{6}-){3}[a-z2-9]{6}$", password);
        var shown = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts/eve", Ct);
        Assert.Equal(made.GetProperty("account").ToString(), shown.ToString());
        Assert.Equal(
            ["name", "role", "signsInWith", "disabled", "mustChangePassword", "lockedUntil", "createdAt", "createdBy", "lastSignInAt", "revision"],
            shown.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Eve", "operator", "password", "api-key"), (shown.Text("name"), shown.Text("role"), shown.Text("signsInWith"), shown.Text("createdBy")));
        Assert.True(shown.GetProperty("mustChangePassword").GetBoolean());
        var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts", Ct);
        Assert.Equal(["admin", "Eve"], list.EnumerateArray().Select(account => account.Text("name")));
        Assert.DoesNotContain(password, list.ToString() + await host.Api().GetStringAsync("api/v1/audit", Ct), StringComparison.Ordinal);
        Assert.Equal("api-key account.create Eve", (await host.AuditedAsync())[0]);

        using var signedIn = await host.Browser().SignInAsync(Ct, password, "EVE");
        Assert.Equal("/signin/password?returnUrl=%2Fadmin", signedIn.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("""{"name": "eve", "role": "owner"}""", 400, "viewer, operator, admin")]
    [InlineData("""{"role": "viewer"}""", 400, "Give a name")]
    [InlineData("""{"name": "Ева", "role": "viewer"}""", 400, "letters without accents")]
    [InlineData("""{"name": "eve", "role": "viewer", "password": "short"}""", 400, "fewer than 12")]
    [InlineData("""{"name": "ADMIN", "role": "viewer"}""", 409, "already")]
    [InlineData("""{"name": "System", "role": "viewer"}""", 409, "audit log")]
    [InlineData("""{"name": "ci", "role": "viewer"}""", 409, "audit log")]
    [InlineData("""{"name": "eve", "role": "viewer", "disabled": true}""", 400, "not the JSON object")]
    [InlineData("""{"name": "eve\ud800", "role": "viewer"}""", 400, "")]
    public async Task What_is_wrong_is_said(string body, int status, string problem)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.MakeKeyAsync("CI", "viewer");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await host.Api().PostAsync("api/v1/accounts", content, Ct);

        Assert.Contains(problem, await response.ProblemAsync((HttpStatusCode)status), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_needs_the_revision_that_it_was_made_on(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await host.MakeAccountAsync("eve", "viewer");
        using var unsaid = await host.Api().PutAsJsonAsync("api/v1/accounts/eve", new { role = "operator", disabled = false }, Ct);
        Assert.Contains("If-Match", await unsaid.ProblemAsync(HttpStatusCode.PreconditionRequired), StringComparison.Ordinal);
        using var undeleted = await host.Api().DeleteAsync("api/v1/accounts/eve", Ct);
        await undeleted.ProblemAsync(HttpStatusCode.PreconditionRequired);

        using var changed = await host.ChangeAccountAsync("eve", "operator", disabled: false, "\"1\"");
        Assert.Equal(("operator", "\"2\""), ((await changed.JsonAsync(HttpStatusCode.OK)).Text("role"), changed.Headers.ETag!.ToString()));
        using var outdated = await host.ChangeAccountAsync("eve", "admin", disabled: false, "\"1\"");
        Assert.Contains("Read it again", await outdated.ProblemAsync(HttpStatusCode.PreconditionFailed), StringComparison.Ordinal);
        using var foreign = await host.DeleteAccountAsync("eve", "W/\"2\"");
        await foreign.ProblemAsync(HttpStatusCode.PreconditionFailed);
        using var half = await host.Api().SendAsync(Put("eve", "\"2\"", new { role = "viewer" }), Ct);
        Assert.Contains("disabled", await half.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);

        using var deleted = await host.DeleteAccountAsync("eve", "\"2\"");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await host.DeleteAccountAsync("eve", "\"2\"");
        Assert.Contains("'eve'", await gone.ProblemAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Equal(["api-key account.delete eve", "api-key account.change eve", "api-key account.create eve"], await host.AuditedAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_last_admin_stays(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider, password: null);
        await host.MakeAccountAsync("eve", "operator");
        using var demoted = await host.ChangeAccountAsync("admin", "operator", disabled: false);
        using var disabled = await host.ChangeAccountAsync("admin", "admin", disabled: true);
        using var deleted = await host.DeleteAccountAsync("admin");
        foreach (var response in new[] { demoted, disabled, deleted })
        {
            Assert.Contains("last admin", await response.ProblemAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        }

        using var promoted = await host.ChangeAccountAsync("eve", "admin", disabled: false);
        using var both = await host.ChangeAccountAsync("admin", "admin", disabled: true);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
        using var other = await host.DeleteAccountAsync("eve");
        await other.ProblemAsync(HttpStatusCode.Conflict);
        using var first = await host.DeleteAccountAsync("admin");
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_admins_who_demote_each_other_at_once_leave_one(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider, password: null);
        await host.MakeAccountAsync("eve", "admin");
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(host.ChangeAccountAsync("eve", "viewer", disabled: false), host.ChangeAccountAsync("admin", "viewer", disabled: false));
            var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts", Ct);
            var left = Assert.Single(list.EnumerateArray(), account => account.Text("role") == "admin").Text("name");
            using var back = await host.ChangeAccountAsync(left == "eve" ? "admin" : "eve", "admin", disabled: false);
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_password_for_somebody_else_must_be_changed_and_unlocks(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await host.MakeAccountAsync("eve", "viewer", "the first password");
        using var given = await host.Api().PostAsJsonAsync("api/v1/accounts/eve/password", new { password = "the second password" }, Ct);
        using var made = await host.Api().PostAsync("api/v1/accounts/eve/password", null, Ct);
        using var settings = await host.Api().PostAsync("api/v1/accounts/admin/password", null, Ct);
        using var nobody = await host.Api().PostAsync("api/v1/accounts/nobody/password", null, Ct);

        Assert.Equal(JsonValueKind.Null, (await given.JsonAsync(HttpStatusCode.OK)).GetProperty("password").ValueKind);
        var password = (await made.JsonAsync(HttpStatusCode.OK)).Text("password")!;
        Assert.Contains("Admin:Password", await settings.ProblemAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        await nobody.ProblemAsync(HttpStatusCode.NotFound);
        using var old = await host.Browser().SignInAsync(Ct, "the second password", "eve");
        using var signedIn = await host.Browser().SignInAsync(Ct, password, "eve");
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.StartsWith("/signin/password", signedIn.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_of_the_settings_is_removed_there()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.MakeAccountAsync("eve");

        using var response = await host.DeleteAccountAsync("admin");

        Assert.Contains("Admin:Password", await response.ProblemAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Put(string name, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/accounts/{name}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return request;
    }
}

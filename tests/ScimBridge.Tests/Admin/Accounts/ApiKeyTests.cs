using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Admin.Accounts;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

/// <summary>Keys of the admin API: made, used, revoked, and guessed at.</summary>
public sealed class ApiKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_is_shown_once_works_and_is_called_by_its_name(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await AdminTestHost.StartAsync(Ct, provider, time: time);
        var made = await host.MakeKeyAsync(new { name = " Terraform ", role = "admin", expiresInDays = 90 });
        var key = made.Text("key")!;
        Assert.Matches("^scimbridge_key_[A-Za-z0-9_-]{49}$", key);

        var me = await host.Bearer(key).GetFromJsonAsync<JsonElement>("api/v1/me", Ct);
        using var changed = await host.Bearer(key).PostAsJsonAsync("api/v1/accounts", new { name = "eve", role = "viewer" }, Ct);
        time.Advance(TimeSpan.FromSeconds(30));
        await host.Bearer(key).GetStringAsync("api/v1/me", Ct);

        Assert.Equal("""{"name":"Terraform","role":"admin"}""", me.ToString());
        Assert.Equal("Terraform account.create eve", (await host.AuditedAsync())[0]);
        var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/api-keys", Ct);
        var shown = Assert.Single(list.EnumerateArray());
        Assert.Equal(
            ["id", "name", "role", "state", "hint", "createdAt", "createdBy", "expiresAt", "lastUsedAt", "revokedAt"],
            shown.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ("Terraform", "admin", "live", $"scimbridge_key_…{key[^4..]}", "api-key"),
            (shown.Text("name"), shown.Text("role"), shown.Text("state"), shown.Text("hint"), shown.Text("createdBy")));
        Assert.Equal(shown.GetProperty("createdAt").GetDateTime(), shown.GetProperty("lastUsedAt").GetDateTime());
        Assert.Equal(shown.GetProperty("createdAt").GetDateTime().AddDays(90), shown.GetProperty("expiresAt").GetDateTime());
        Assert.DoesNotContain(key, list.ToString() + await host.Api().GetStringAsync("api/v1/audit", Ct), StringComparison.Ordinal);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        Assert.DoesNotContain(key, JsonSerializer.Serialize(await db.ApiKeys.ToListAsync(Ct)), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromDays(90));
        using var late = await host.Bearer(key).GetAsync("api/v1/me", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_revoked_key_opens_nothing_from_the_next_request_on(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        await using var other = await AdminTestHost.StartAsync(Ct, beside: host.Database);
        var made = await host.MakeKeyAsync(new { name = "ci", role = "viewer" });
        var (key, id) = (made.Text("key"), made.GetProperty("details").Text("id"));
        Assert.Equal("ci", (await other.Bearer(key).GetFromJsonAsync<JsonElement>("api/v1/me", Ct)).Text("name"));

        using var revoked = await host.Api().DeleteAsync($"api/v1/api-keys/{id}", Ct);
        using var again = await host.Api().DeleteAsync($"api/v1/api-keys/{id}", Ct);
        using var none = await host.Api().DeleteAsync("api/v1/api-keys/none", Ct);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (revoked.StatusCode, again.StatusCode));
        await none.ProblemAsync(HttpStatusCode.NotFound);
        using var closed = await other.Bearer(key).GetAsync("api/v1/me", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        await host.MakeKeyAsync("ci", "viewer");
        Assert.Equal([$"api-key api_key.revoke {id}"], await host.AuditedAsync("action=api_key.revoke"));
    }

    [Theory]
    [InlineData("CI", "viewer", null, 409, "already")]
    [InlineData("admin", "viewer", null, 409, "audit log")]
    [InlineData("api-key", "viewer", null, 409, "audit log")]
    [InlineData("x", "root", null, 400, "viewer, operator, admin")]
    [InlineData("  ", "viewer", null, 400, "1 to 100 characters")]
    [InlineData("x", "viewer", 0, 400, "expiresInDays")]
    public async Task What_is_wrong_is_said(string name, string role, int? expiresInDays, int status, string problem)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.MakeKeyAsync("ci", "viewer");

        using var response = await host.Api().PostAsJsonAsync("api/v1/api-keys", new { name, role, expiresInDays }, Ct);

        Assert.Contains(problem, await response.ProblemAsync((HttpStatusCode)status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_ends_before_it_begins_is_refused()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Api().PostAsJsonAsync("api/v1/api-keys", new { name = "ci", role = "viewer", expiresAt = "2020-01-01T00:00:00Z" }, Ct);

        Assert.Contains("lies ahead", await response.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_keys_are_slowed_down_and_good_ones_from_the_same_address_never_are()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var key = await host.MakeKeyAsync("ci", "viewer");
        for (var attempt = 0; attempt < RefusedTokenThrottle.PerAddress; attempt++)
        {
            using var refused = await host.Bearer(ApiKeys.Generate()).GetAsync("api/v1/me", Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var slowed = await host.Bearer(ApiKeys.Generate()).GetAsync("api/v1/me", Ct);

        Assert.Contains("Too many keys", await slowed.ProblemAsync(HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        Assert.InRange(slowed.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.True(slowed.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", Assert.Single(slowed.Headers.GetValues("X-Content-Type-Options")));
        for (var request = 0; request < 2 * RefusedTokenThrottle.PerAddress; request++)
        {
            await host.Bearer(key).GetStringAsync("api/v1/me", Ct);
            await host.Api().GetStringAsync("api/v1/me", Ct);
        }
    }

    [Fact]
    public void A_generated_key_ends_with_what_follows_from_the_rest()
    {
        var key = ApiKeys.Generate();
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key[..^ApiKeys.CheckLength]));

        Assert.StartsWith(key[^ApiKeys.CheckLength..], System.Buffers.Text.Base64Url.EncodeToString(hash), StringComparison.Ordinal);
        Assert.NotEqual(key, ApiKeys.Generate());
    }
}

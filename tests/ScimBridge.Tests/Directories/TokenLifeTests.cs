using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Directories;
using ScimBridge.Storage.Reading;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Directories;

/// <summary>Tokens from their making to their end, as clients and admins see them.</summary>
public sealed class TokenLifeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_expired_token_opens_nothing_from_its_moment_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var end = scenario.Time.GetUtcNow().AddDays(20).AddSeconds(30);
        var (token, id) = await app.MakeTokenAsync("acme", new { name = "short", scopes = new[] { "read_users", "reports" }, expiresAt = end });
        var (unending, _) = await app.MakeTokenAsync("unending", "read_users");
        using var scim = app.Scimming(token);
        using var odata = app.Bearing(token, "/odata/");
        using var other = app.Scimming(unending);
        Assert.Equal("live", (await app.TokenAsync(id)).GetProperty("state").GetString());
        scenario.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal("expiring", (await app.TokenAsync(id)).GetProperty("state").GetString());

        scenario.Time.Advance(end - scenario.Time.GetUtcNow() - TimeSpan.FromTicks(1));
        Assert.Equal((200, 200), (await scim.StatusAsync("Users"), await odata.StatusAsync("Users")));
        Assert.Equal(200, await scim.StatusAsync("Schemas"));
        scenario.Time.Advance(TimeSpan.FromTicks(1));

        foreach (var path in (string[])["Users", "Groups", "", "Schemas"])
        {
            using var refused = await scim.TryGetAsync(path);
            await refused.ShouldBeScimErrorAsync(401);
            Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(401, await odata.StatusAsync("Users"));
        Assert.Equal(200, await other.StatusAsync("Users"));
        Assert.Equal("expired", (await app.TokenAsync(id)).GetProperty("state").GetString());

        // Its name is free again, and a start neither brings it back nor makes another in its place.
        await app.MakeTokenAsync("short", "read_users");
        await scenario.RestartAsync();
        using var again = scenario.App.Scimming(token);
        Assert.Equal(401, await again.StatusAsync("Users"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_client_reads_on_while_its_token_is_rotated(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var (token, id) = await app.MakeTokenAsync("acme", new { name = "Entra", scopes = new[] { "read_users" }, expiresInDays = 30 });
        using var old = app.Scimming(token);
        using var stop = new CancellationTokenSource();
        using var oneRead = new SemaphoreSlim(1);
        var (reads, failures) = (0, 0);
        var client = ReadAsync();
        await UntilAsync(() => Volatile.Read(ref reads) > 5);
        await BetweenReadsAsync(TimeSpan.FromDays(10));

        var (rotated, successor) = await app.RotateTokenAsync(id, overlapHours: 48);

        using var renewed = app.Scimming(rotated);
        Assert.Equal((200, 403), (await renewed.StatusAsync("Users"), await renewed.StatusAsync("Groups")));
        var before = Volatile.Read(ref reads);
        await UntilAsync(() => Volatile.Read(ref reads) > before + 5);
        await BetweenReadsAsync(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Equal((200, 200), (await old.StatusAsync("Users"), await renewed.StatusAsync("Users")));
        await stop.CancelAsync();
        await client;
        Assert.Equal(0, failures);

        scenario.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((401, 200), (await old.StatusAsync("Users"), await renewed.StatusAsync("Users")));
        var (first, second) = (await app.TokenAsync(id), await app.TokenAsync(successor));
        Assert.Equal(("expired", "live", "Entra"), (first.GetProperty("state").GetString(), second.GetProperty("state").GetString(), second.GetProperty("name").GetString()));
        Assert.Equal(TimeSpan.FromDays(30), second.GetProperty("expiresAt").GetDateTimeOffset() - second.GetProperty("createdAt").GetDateTimeOffset());

        async Task ReadAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await oneRead.WaitAsync();
                failures += await old.StatusAsync("Users?count=1") == 200 ? 0 : 1;
                Interlocked.Increment(ref reads);
                oneRead.Release();
            }
        }

        // A read that days go by in is over its deadline, and rightly fails.
        async Task BetweenReadsAsync(TimeSpan time)
        {
            await oneRead.WaitAsync();
            scenario.Time.Advance(time);
            oneRead.Release();
        }
    }

    [Fact]
    public async Task Refused_tokens_are_slowed_down_and_good_ones_from_the_same_address_never_are()
    {
        await using var scenario = await SyncScenario.StartAsync("sqlite");
        var app = scenario.App;
        var (token, _) = await app.MakeTokenAsync("good", "read_users", "reports");
        using var good = app.Scimming(token);
        using var reports = app.Bearing(token, "/odata/");
        using var wrong = app.Scimming(ScimTokens.Generate());
        using var wrongReports = app.Bearing(ScimTokens.Generate(), "/odata/");
        using var api = app.AdminApi();
        for (var attempt = 0; attempt < RefusedTokenThrottle.PerAddress; attempt++)
        {
            Assert.Equal(401, attempt % 2 == 0 ? await wrong.StatusAsync("Users") : await wrongReports.StatusAsync("Users"));
        }

        using var slowed = await wrong.TryGetAsync("Users");

        Assert.Contains("Retry-After", await slowed.ShouldBeScimErrorAsync(429), StringComparison.Ordinal);
        Assert.InRange(slowed.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.Equal(429, await wrongReports.StatusAsync("Users"));
        Assert.Equal((200, 200, 200), (await good.StatusAsync("Users"), await reports.StatusAsync("Users"), await api.StatusAsync("me")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_rotation_ends_the_old_token_at_once_without_an_overlap_and_never_later_than_it_would_have_ended(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var (token, id) = await app.MakeTokenAsync("unending", "read_users");
        using var old = app.Scimming(token);
        Assert.Equal(200, await old.StatusAsync("Users"));
        var (rotated, successor) = await app.RotateTokenAsync(id, overlapHours: 0);
        using var renewed = app.Scimming(rotated);
        Assert.Equal((401, 200), (await old.StatusAsync("Users"), await renewed.StatusAsync("Users")));
        Assert.Equal(JsonValueKind.Null, (await app.TokenAsync(successor)).GetProperty("expiresAt").ValueKind);

        var (_, ending) = await app.MakeTokenAsync("acme", new { name = "ending", scopes = new[] { "read_users" }, expiresInDays = 1 });
        var end = (await app.TokenAsync(ending)).GetProperty("expiresAt").GetDateTimeOffset();
        await app.RotateTokenAsync(ending, overlapHours: 720);
        Assert.Equal(end, (await app.TokenAsync(ending)).GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_revoked_token_opens_nothing_from_the_next_request_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var (token, id) = await app.MakeTokenAsync("leaked", "read_users");
        using var scim = app.Scimming(token);
        using var api = app.AdminApi();
        Assert.Equal(200, await scim.StatusAsync("Users"));

        using var revoked = await api.DeleteAsync(new Uri($"directories/acme/tokens/{id}", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await scim.TryGetAsync("Users").ShouldBeScimErrorAsync(401);
        Assert.Equal("revoked", (await app.TokenAsync(id)).GetProperty("state").GetString());
        await app.MakeTokenAsync("leaked", "read_users");
        await scenario.RestartAsync();
        using var again = scenario.App.Scimming(token);
        Assert.Equal(401, await again.StatusAsync("Users"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_a_token_was_last_used_is_written_once_a_minute_and_when_the_server_stops(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var (token, id) = await scenario.App.MakeTokenAsync("used", "read_users");
        var (_, unused) = await scenario.App.MakeTokenAsync("unused", "read_users");
        using var scim = scenario.App.Scimming(token);
        var writes = scenario.App.Services.GetRequiredService<IReadSessions>().Writes;
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(200, await scim.StatusAsync("Users?count=1"));
        }

        Assert.Equal(writes, scenario.App.Services.GetRequiredService<IReadSessions>().Writes);
        Assert.Null(await LastUsedAsync());
        var used = scenario.Time.GetUtcNow();
        await UntilAsync(async () =>
        {
            scenario.Time.Advance(TimeSpan.FromMinutes(1));
            return await LastUsedAsync() is not null;
        });
        Assert.Equal(used, await LastUsedAsync());

        scenario.Time.Advance(TimeSpan.FromSeconds(10));
        var last = scenario.Time.GetUtcNow();
        Assert.Equal(403, await scim.StatusAsync("Groups"));
        await scenario.RestartAsync();
        Assert.Equal(last, await LastUsedAsync());
        Assert.Equal(JsonValueKind.Null, (await scenario.App.TokenAsync(unused)).GetProperty("lastUsedAt").ValueKind);

        async Task<DateTimeOffset?> LastUsedAsync() => (await scenario.App.TokenAsync(id)).GetProperty("lastUsedAt") is { ValueKind: JsonValueKind.String } moment
            ? moment.GetDateTimeOffset() : null;
    }

    [Fact]
    public async Task That_the_last_use_can_not_be_written_bothers_no_client_and_it_is_written_later()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite, time: new FakeTimeProvider(DateTimeOffset.UtcNow));
        await fixture.App.SyncAsync(cancellationToken: Ct);
        var writer = fixture.App.Services.GetServices<IHostedService>().OfType<TokenUseWriter>().Single();
        await using var db = await fixture.ContextAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER refuse BEFORE UPDATE ON \"ScimTokens\" BEGIN SELECT RAISE(ABORT, 'no'); END", Ct);

        await fixture.App.Scim.GetScimAsync("Users");
        await writer.WriteAsync(Ct);
        await fixture.App.Scim.GetScimAsync("Users");
        Assert.Null((await db.ScimTokens.AsNoTracking().SingleAsync(Ct)).LastUsedAt);

        await db.Database.ExecuteSqlAsync($"DROP TRIGGER refuse", Ct);
        await writer.WriteAsync(Ct);
        Assert.NotNull((await db.ScimTokens.AsNoTracking().SingleAsync(Ct)).LastUsedAt);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_is_its_directorys_own(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2);
        var app = fixture.App;
        await app.SyncAsync("acme", Ct);
        await app.SyncAsync("globex", Ct);
        var (acmes, _) = await app.MakeTokenAsync("same name", "read_users");
        var (globexs, globexId) = await app.MakeTokenAsync("globex", new { name = "same name", scopes = new[] { "read_users" } });
        using var acme = app.Scimming(acmes);
        using var globex = app.Scimming(globexs);
        using var api = app.AdminApi();

        Assert.Empty((await acme.GetScimAsync("Users")).Ids().Intersect((await globex.GetScimAsync("Users")).Ids()));
        var list = await api.GetFromJsonAsync<JsonElement>("directories/acme/tokens", Ct);
        Assert.DoesNotContain(globexId, list.EnumerateArray().Select(token => token.GetProperty("id").GetGuid()));
        var foreign = $"directories/acme/tokens/{globexId}";
        using var shown = await api.GetAsync(new Uri(foreign, UriKind.Relative), Ct);
        using var rotated = await api.PostAsync(new Uri($"{foreign}/rotate", UriKind.Relative), null, Ct);
        using var revoked = await api.DeleteAsync(new Uri(foreign, UriKind.Relative), Ct);
        Assert.All([shown, rotated, revoked], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        Assert.Equal(200, await globex.StatusAsync("Users"));
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 1500, "It never came to that.");
            await Task.Delay(20, Ct);
        }
    }
}

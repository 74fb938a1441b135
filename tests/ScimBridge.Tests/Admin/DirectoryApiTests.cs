using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Directories that admins make while the server runs.</summary>
public sealed class DirectoryApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_is_made_with_a_key_from_its_name_and_waits_for_credentials(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        using var made = await scenario.Api.PostAsJsonAsync("directories", new { name = "Müller & Söhne", organization = "Müller" }, Ct);
        var directory = await made.ShouldBeAsync(201);

        Assert.EndsWith("directories/muller-sohne", made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(
            ("muller-sohne", "Müller & Söhne", "Müller", "unlinked", "admin"),
            (Text(directory, "key"), Text(directory, "name"), Text(directory, "organization"), Text(directory, "state"), Text(directory, "origin")));
        Assert.Equal("Enter the service user's id and token.", Text(directory, "advice"));
        Assert.Equal(scenario.Time.GetUtcNow(), directory.GetProperty("stateSince").GetDateTimeOffset());
        Assert.Equal("https://api.hibob.com/v1", directory.GetProperty("hiBob").GetProperty("baseUrl").GetString());
        Assert.Equal(JsonValueKind.Null, directory.GetProperty("nextSyncAt").ValueKind);

        using var second = await scenario.Api.PostAsJsonAsync(
            "directories", new { name = "Müller & Söhne", organizationId = directory.GetProperty("organizationId").GetInt32() }, Ct);
        Assert.Equal(("muller-sohne-2", "Müller"), (Text(await second.ShouldBeAsync(201), "key"), Text(await second.ShouldBeAsync(201), "organization")));
        using var taken = await scenario.Api.PostAsJsonAsync("directories", new { key = "muller-sohne", name = "x" }, Ct);
        await taken.ShouldBeProblemAsync(409, "'muller-sohne'");
        using var early = await scenario.Api.PostAsync("directories/muller-sohne/syncs", null, Ct);
        await early.ShouldBeProblemAsync(409, "not linked");
        Assert.Equal(2, (await scenario.Api.WalkAsync("directories")).Rows.Count);
        Assert.Single((await scenario.Api.WalkAsync("organizations")).Rows);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name": "x", "key": "Not A Slug"}""", "slug")]
    [InlineData("""{"name": "x", "key": "acme\n"}""", "slug")]
    [InlineData("""{"name": "x", "key": "demo"}""", "'demo'")]
    [InlineData("""{"name": "x", "organizationId": 4711}""", "'4711'")]
    [InlineData("""{"name": "x", "organization": ""}""", "organization must")]
    [InlineData("""{"name": "x", "hiBob": {"baseUrl": "v1"}}""", "absolute URL")]
    [InlineData("""{"name": "x", "hiBob": {"baseUrl": "http://api.hibob.com/v1"}}""", "https")]
    [InlineData("""{"name": "x", "hiBob": {"baseUrl": "https://169.254.169.254/latest"}}""", "169.254.169.254")]
    [InlineData("""{"name": "x", "hiBob": {"baseUrl": "https://localhost/v1"}}""", "localhost")]
    [InlineData("""{"name": "x", "hiBob": {"baseUrl": "https://u:p@api.hibob.com/v1"}}""", "without a user")]
    [InlineData("""{"name": "x", "color": "red"}""", "JSON object")]
    [InlineData("""{"name": "\ud800"}""", "")]
    public async Task A_directory_that_can_not_be_is_refused_in_words(string body, string words)
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);

        using var refused = await scenario.Api.PostAsync("directories", new StringContent(body), Ct);

        await refused.ShouldBeProblemAsync(400, words);
        Assert.Empty((await scenario.Api.WalkAsync("directories")).Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_is_renamed_and_moved_by_whoever_has_seen_it(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");
        using var other = await scenario.Api.PostAsJsonAsync("organizations", new { name = "Other" }, Ct);
        var otherId = (await other.ShouldBeAsync(201)).GetProperty("id").GetInt32();
        using var seen = await scenario.Api.GetAsync("directories/acme", Ct);
        var tag = seen.Headers.ETag!.ToString();

        using var renamed = await scenario.SendAsync(HttpMethod.Put, "directories/acme", new { name = "Acme Ltd" }, tag);
        Assert.Equal(("Acme Ltd", "acme"), (Text(await renamed.ShouldBeAsync(200), "name"), Text(await renamed.ShouldBeAsync(200), "key")));
        using var late = await scenario.SendAsync(HttpMethod.Put, "directories/acme", new { organizationId = otherId }, tag);
        await late.ShouldBeProblemAsync(412, "has been changed");
        using var blind = await scenario.SendAsync(HttpMethod.Put, "directories/acme", new { name = "x" }, tag: null);
        await blind.ShouldBeAsync(428);
        using var nowhere = await scenario.SendAsync(HttpMethod.Put, "directories/acme", new { organizationId = 4711 });
        await nowhere.ShouldBeProblemAsync(400, "'4711'");
        using var moved = await scenario.SendAsync(HttpMethod.Put, "directories/acme", new { organizationId = otherId });

        Assert.Equal(("Acme Ltd", "Other"), (Text(await moved.ShouldBeAsync(200), "name"), Text(await moved.ShouldBeAsync(200), "organization")));
        Assert.Single((await scenario.Api.WalkAsync($"directories?organizationId={otherId}")).Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_start_leaves_the_admins_directories_alone_and_pauses_those_the_settings_forgot(string provider)
    {
        (string, string?)[] declared =
        [
            ("Directories:0:Key", "kept"), ("Directories:0:Name", "Kept in the settings"), ("Directories:0:ScimTokens:0", ScimBridgeApp.Token("kept")),
        ];
        await using var scenario = await LinkingScenario.StartAsync(provider, settings: [.. declared.Select(setting => (setting.Item1, setting.Item2!))]);
        var token = await scenario.ReadAsync("made");
        using var made = scenario.App.Bearing(token, "/scim/v2/");

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Put, "directories/kept", new { name = "Other" }),
            (HttpMethod.Delete, "directories/kept", new { name = "Kept in the settings" }),
            (HttpMethod.Put, "directories/kept/settings", new { planDays = 3 }),
            (HttpMethod.Put, "directories/kept/credentials", new { serviceUserId = "x", token = "y" }),
            (HttpMethod.Delete, "directories/kept/credentials", null),
            (HttpMethod.Post, "directories/kept/setup-links", null),
        })
        {
            using var refused = await scenario.SendAsync(method, path, body, method == HttpMethod.Post ? null : "\"1\"");
            await refused.ShouldBeProblemAsync(409, "declared in the settings");
        }

        Assert.Contains("in the settings", Text(await scenario.DirectoryAsync("kept"), "advice"), StringComparison.Ordinal);
        await scenario.RestartAsync([.. declared.Select(setting => (setting.Item1, (string?)null))]);

        using var again = scenario.App.Bearing(token, "/scim/v2/");
        Assert.Equal(200, await again.StatusAsync("Users"));
        Assert.Equal("linked", Text(await scenario.DirectoryAsync("made"), "state"));
        var forgotten = await scenario.DirectoryAsync("kept");
        Assert.Equal("paused", Text(forgotten, "state"));
        Assert.Equal(scenario.Time.GetUtcNow(), forgotten.GetProperty("stateSince").GetDateTimeOffset());

        using var resumed = await scenario.Api.PostAsync("directories/kept/resume", null, Ct);
        await resumed.ShouldBeAsync(204);
        await scenario.RestartAsync();
        Assert.Equal(("unlinked", "admin"), (Text(await scenario.DirectoryAsync("kept"), "state"), Text(await scenario.DirectoryAsync("kept"), "origin")));

        await scenario.RestartAsync(declared);
        Assert.Equal("settings", Text(await scenario.DirectoryAsync("kept"), "origin"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lists_are_walked_by_their_links(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        foreach (var key in (string[])["b", "a-1", "a", "c", "a1"])
        {
            await scenario.MakeAsync(key);
        }

        await scenario.LinkAsync("a");
        await scenario.App.SyncAsync("a", Ct);
        await scenario.LinkAsync("a");

        var (directories, pages) = await scenario.Api.WalkAsync("directories?count=2");
        Assert.Equal(["a", "a-1", "a1", "b", "c"], directories.Select(row => Text(row, "key")));
        Assert.Equal(3, pages);
        foreach (var list in (string[])["audit", "directories/a/events"])
        {
            var (rows, _) = await scenario.Api.WalkAsync($"{list}?count=2");
            var (all, _) = await scenario.Api.WalkAsync($"{list}?count=200");
            Assert.True(rows.Count >= 4, $"{list} has {rows.Count} rows, too few to show anything");
            Assert.Equal(all.Select(row => row.GetRawText()), rows.Select(row => row.GetRawText()));
        }

        var runId = (await scenario.App.Services.GetRequiredService<PlanStore>().ListAsync(await scenario.App.DirectoryAsync("a", Ct), null, 1, Ct))[0].RunId;
        var (changes, _) = await scenario.Api.WalkAsync($"directories/a/plans/{runId}/changes?count=4");
        var (wholeChanges, _) = await scenario.Api.WalkAsync($"directories/a/plans/{runId}/changes?count=500");
        Assert.Equal(wholeChanges.Select(row => row.GetRawText()), changes.Select(row => row.GetRawText()));
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

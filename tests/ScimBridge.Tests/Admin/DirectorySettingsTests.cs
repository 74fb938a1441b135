using System.Net.Http.Json;
using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Settings of directories that admins change while the server runs.</summary>
public sealed class DirectorySettingsTests
{
    private const string Path = "directories/acme/settings";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Settings_are_changed_one_by_one_by_whoever_has_seen_them(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");
        using var seen = await scenario.Api.GetAsync(Path, Ct);
        Assert.Equal(
            """{"intervalMinutes":30,"deleteMissingAfterDays":90,"historyDays":30,"planDays":30,"gate":{"people":5,"percent":10,"attributePercent":50},"homeAddress":true}""",
            (await seen.ShouldBeAsync(200)).GetRawText());
        var tag = seen.Headers.ETag!.ToString();

        using var changed = await scenario.SendAsync(HttpMethod.Put, Path, new { intervalMinutes = 60, gate = new { percent = 20 }, deleteMissingAfterDays = 0 }, tag);
        using var late = await scenario.SendAsync(HttpMethod.Put, Path, new { planDays = 3 }, tag);
        using var blind = await scenario.SendAsync(HttpMethod.Put, Path, new { planDays = 3 }, tag: null);

        Assert.Equal(
            """{"intervalMinutes":60,"deleteMissingAfterDays":0,"historyDays":30,"planDays":30,"gate":{"people":5,"percent":20,"attributePercent":50},"homeAddress":true}""",
            (await changed.ShouldBeAsync(200)).GetRawText());
        await late.ShouldBeAsync(412);
        await blind.ShouldBeAsync(428);
        var entry = (await scenario.Api.GetFromJsonAsync<JsonElement>("audit?action=directory.settings", Ct))[0];
        Assert.Equal(
            "intervalMinutes from 30 to 60, deleteMissingAfterDays from 90 to 0, gate.percent from 10 to 20", entry.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("""{"intervalMinutes": 7}""", "intervalMinutes")]
    [InlineData("""{"deleteMissingAfterDays": -1}""", "deleteMissingAfterDays")]
    [InlineData("""{"historyDays": 0}""", "historyDays")]
    [InlineData("""{"planDays": 3651}""", "planDays")]
    [InlineData("""{"gate": {"people": -1}}""", "gate.people")]
    [InlineData("""{"gate": {"percent": 101}}""", "gate.percent")]
    [InlineData("""{"gate": {"attributePercent": 101}}""", "gate.attributePercent")]
    [InlineData("""{"homeAddress": "yes"}""", "$.homeAddress")]
    public async Task Settings_beyond_their_limits_are_refused_by_name(string body, string name)
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");

        using var refused = await scenario.SendAsync(HttpMethod.Put, Path, JsonElement.Parse(body));

        await refused.ShouldBeProblemAsync(400, name);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_interval_moves_the_schedule(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.ReadAsync("acme");
        Assert.Equal("29,59 * * * *", Cron(scenario));

        using var changed = await scenario.SendAsync(HttpMethod.Put, Path, new { intervalMinutes = 15 });

        await changed.ShouldBeAsync(200);
        Assert.Equal("14,29,44,59 * * * *", Cron(scenario));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Home_addresses_go_with_the_next_sync(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        using var scim = scenario.App.Bearing(await scenario.ReadAsync("acme"), "/scim/v2/");
        Assert.Contains("Storgata", await scim.GetStringAsync("Users", Ct), StringComparison.Ordinal);
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        using var changed = await scenario.SendAsync(HttpMethod.Put, Path, new { homeAddress = false });
        await changed.ShouldBeAsync(200);
        await scenario.App.SyncAsync("acme", Ct);

        Assert.DoesNotContain("Storgata", await scim.GetStringAsync("Users", Ct), StringComparison.Ordinal);
    }

    private static string Cron(LinkingScenario scenario)
    {
        using var connection = scenario.App.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs().Single(job => job.Id == "directory:acme").Cron;
    }
}

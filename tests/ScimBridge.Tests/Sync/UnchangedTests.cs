using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>A sync that changes nothing writes nothing.</summary>
public sealed class UnchangedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_sync_writes_no_row_and_makes_no_version(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 60 });
        var first = await scenario.SyncedAsync();
        var rows = await TableDump.OfAsync(scenario.App, Ct);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);

        var second = await scenario.SyncedAsync();

        Assert.Equal((60, 0, 0, first.VersionAfter), (second.Unchanged, second.Updated, second.GroupsChanged, second.VersionAfter));
        Assert.Equal(rows, await TableDump.OfAsync(scenario.App, Ct));
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_sync_after_a_restart_writes_no_row_either(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 30 });
        await scenario.SyncedAsync();
        var rows = await TableDump.OfAsync(scenario.App, Ct);

        await scenario.RestartAsync();
        await scenario.SyncedAsync();

        Assert.Equal(rows, await TableDump.OfAsync(scenario.App, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_clients_do_not_see_refreshes_the_source_alone(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        var rows = await TableDump.OfAsync(scenario.App, Ct);

        scenario.Company.Update(SmallCompany.Id(4), "root.creationDateTime", "2020-01-02T03:04:05.000007");
        var run = await scenario.SyncedAsync();

        Assert.Equal((12, 0, run.VersionBefore), (run.Unchanged, run.Updated, run.VersionAfter));
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        var changed = Assert.Single((await TableDump.OfAsync(scenario.App, Ct)).Except(rows));
        Assert.StartsWith("Users: ", changed, StringComparison.Ordinal);

        var refreshed = await TableDump.OfAsync(scenario.App, Ct);
        await scenario.SyncedAsync();
        Assert.Equal(refreshed, await TableDump.OfAsync(scenario.App, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_field_that_HiBob_does_not_read_for_us_writes_nothing(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var rows = await TableDump.OfAsync(scenario.App, Ct);

        scenario.Company.Update(SmallCompany.Id(4), "home.privateEmail", "private@post.example");
        scenario.Company.Update(SmallCompany.Id(4), "about.about", "Likes boats.");
        await scenario.SyncedAsync();

        Assert.Equal(rows, await TableDump.OfAsync(scenario.App, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Times_of_versions_rise_even_when_the_clock_goes_back(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        var moments = new List<string> { await LastModifiedAsync(scenario) };
        for (var round = 0; round < 5; round++)
        {
            scenario.Company.Update(SmallCompany.Id(2), "work.title", $"Captain {round}");
            scenario.Time.AdjustTime(scenario.Time.GetUtcNow() - TimeSpan.FromHours(1));
            await scenario.SyncedAsync();
            moments.Add(await LastModifiedAsync(scenario));
        }

        Assert.Equal(moments.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), moments);
    }

    private static async Task<string> LastModifiedAsync(SyncScenario scenario) =>
        (string)(await scenario.UserAsync(SmallCompany.Id(2)))["meta"]!["lastModified"]!;
}

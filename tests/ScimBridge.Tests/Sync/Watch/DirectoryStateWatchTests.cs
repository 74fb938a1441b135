using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Watch;

public sealed class DirectoryStateWatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_change_of_state_is_one_event_with_its_run(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 0 });
        SmallCompany.Fill(scenario.Company, 12);
        await LookAsync(scenario);
        await scenario.SyncedAsync();
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));
        var refused = await scenario.SyncAsync();
        scenario.HiBob.Faults.Clear();
        await scenario.SyncedAsync();
        for (var number = 2; number <= 8; number++)
        {
            scenario.Company.Remove(SmallCompany.Id(number));
        }

        var held = await scenario.SyncAsync();
        await scenario.DecideAsync(held.Id, approved: false);
        await LookAsync(scenario);
        scenario.Time.Advance(TimeSpan.FromHours(2));
        await LookAsync(scenario);
        await LookAsync(scenario);

        var events = (await EventsAsync(scenario)).Where(entry => entry.Kind.StartsWith(EventKinds.State, StringComparison.Ordinal)).Reverse().ToList();
        Assert.Equal(
            ["state.validating", "state.linked", "state.invalid_credentials", "state.linked", "state.held", "state.linked", "state.stale"],
            events.Select(entry => entry.Kind));
        Assert.Equal(SyncOutcome.Held, held.Outcome);
        Assert.Equal((refused.Id, held.Id), (events[2].RunId, events[4].RunId));
        Assert.Contains("from linked to held", events[4].Detail, StringComparison.Ordinal);
        Assert.Single(await EventsAsync(scenario), entry => entry.Kind == EventKinds.PlanHeld && entry.RunId == held.Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Looks_at_the_same_moment_write_one_event(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        scenario.Time.Advance(TimeSpan.FromHours(2));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LookAsync(scenario), Ct)));

        Assert.Single(await EventsAsync(scenario), entry => entry.Kind == "state.stale");
    }

    [Fact]
    public async Task Pausing_syncs_is_a_state_in_which_the_directory_is_served_on_and_not_read()
    {
        await using var scenario = await SyncScenario.StartAsync(Databases.Sqlite, 3);
        await using (var db = scenario.App.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ScimBridgeContext>>().CreateDbContext())
        {
            var directory = db.Directories.Single();
            (directory.SyncPausedSince, directory.SyncPauseReason) = (scenario.Time.GetUtcNow(), "it was rolled back");
            await db.SaveChangesAsync(Ct);
        }

        await LookAsync(scenario);

        var paused = (await EventsAsync(scenario))[0];
        Assert.Equal("state.paused", paused.Kind);
        Assert.Contains("it was rolled back", paused.Detail, StringComparison.Ordinal);
        Assert.Equal(3, await scenario.CountAsync("Users", "active eq true"));
    }

    private static Task LookAsync(SyncScenario scenario) => scenario.App.Services.GetRequiredService<DirectoryStateWatch>().LookAtAllAsync(Ct);

    private static async Task<IReadOnlyList<DirectoryEventRecord>> EventsAsync(SyncScenario scenario) =>
        await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), before: null, 100, Ct);
}

using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Watch;

/// <summary>A directory that keeps failing is left alone for longer and longer, and says so.</summary>
public sealed class BackOffSyncTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Refused_credentials_are_left_alone_for_an_hour_by_the_schedule_and_not_by_whoever_asks(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));

        var failed = await scenario.SyncAsync();

        var directory = await scenario.DirectoryAsync();
        var now = scenario.Time.GetUtcNow();
        Assert.Equal(("invalid_credentials", 1), (failed.ErrorReason, directory.FailuresInARow));
        Assert.InRange(directory.NotBefore!.Value, now.AddHours(1), now.AddHours(1.1));
        Assert.Contains("The schedule tries again after 2026-10-15 07:", DirectoryStates.Advice(directory, now), StringComparison.Ordinal);
        var runs = (await JobProbe.AllRunsAsync(scenario.App)).Count;
        for (var time = 0; time < 3; time++)
        {
            await ScheduledAsync(scenario);
        }

        Assert.Equal(runs, (await JobProbe.AllRunsAsync(scenario.App)).Count);
        Assert.Single(await KindsAsync(scenario), kind => kind == EventKinds.BackedOff);

        scenario.HiBob.Faults.Clear();
        await scenario.SyncedAsync();

        directory = await scenario.DirectoryAsync();
        Assert.Equal((0, null), (directory.FailuresInARow, directory.NotBefore));
        Assert.Equal(EventKinds.Recovered, (await KindsAsync(scenario)).First(kind => kind.StartsWith("sync.", StringComparison.Ordinal)));
        await ScheduledAsync(scenario);
        Assert.Equal(SyncTrigger.Schedule, (await JobProbe.AllRunsAsync(scenario.App))[^1].Trigger);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_HR_system_that_refuses_what_it_is_asked_is_tried_at_the_next_interval_first_and_then_twice_as_late_each_time(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        var waits = new List<double?>();
        for (var time = 0; time < 3; time++)
        {
            scenario.HiBob.Faults.Add(SimulatorFault.Status(400));
            await scenario.SyncAsync();
            var minutes = ((await scenario.DirectoryAsync()).NotBefore - scenario.Time.GetUtcNow())?.TotalMinutes;
            waits.Add(minutes is { } wait ? Math.Floor(wait / 30) * 30 : null);
        }

        Assert.Equal([null, 60, 120], waits);
        Assert.Equal(3, (await scenario.DirectoryAsync()).FailuresInARow);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_directory_that_fails_delays_no_other(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var broken = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10, RateLimitPerMinute = 0 }, Ct);
        await using var good = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10, RateLimitPerMinute = 0, Seed = 2 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [broken, good]);
        broken.Faults.Add(SimulatorFault.Status(403));

        await app.SyncAsync("acme", Ct);
        await app.SyncAsync("globex", Ct);

        var directories = app.Services.GetRequiredService<DirectoryStore>();
        Assert.NotNull((await directories.FindAsync("acme", Ct))!.NotBefore);
        Assert.Null((await directories.FindAsync("globex", Ct))!.NotBefore);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task New_credentials_are_tried_at_the_next_start_and_the_same_ones_are_left_alone(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));
        await scenario.SyncAsync();

        await scenario.RestartAsync();
        var same = await scenario.DirectoryAsync();
        Assert.NotNull(same.NotBefore);
        Assert.NotNull(same.CredentialsRefusedSince);

        await scenario.RestartAsync(("Directories:0:HiBob:Token", "another-token"));
        var changed = await scenario.DirectoryAsync();
        Assert.Equal((0, null, null), (changed.FailuresInARow, changed.NotBefore, changed.CredentialsRefusedSince));
        Assert.Null(await scenario.App.Services.GetRequiredService<FieldReportStore>().FindAsync(new DirectoryId(changed.Id), Ct));
    }

    private static async Task ScheduledAsync(SyncScenario scenario)
    {
        await using var scope = scenario.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SyncJob>().RunScheduledAsync((await scenario.DirectoryAsync()).Id, null, Ct);
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(SyncScenario scenario) =>
        [.. (await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), before: null, 100, Ct)).Select(entry => entry.Kind)];
}

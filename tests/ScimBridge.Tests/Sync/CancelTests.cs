using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.JobProbe;

namespace ScimBridge.Tests.Sync;

/// <summary>Stopping a run that runs, also from another process.</summary>
public sealed class CancelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_that_is_cancelled_stops_changes_nothing_and_the_next_one_goes_on(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 }, Ct);
        SmallCompany.Fill(hibob.Company, 6);
        await using var slow = await RewritingHiBob.StartAsync(hibob);
        var settings = slow.Settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value);
        await using var app = ScimBridgeApp.Start(database, [hibob], settings: settings);
        await app.SyncAsync(cancellationToken: Ct);
        var before = await ScimSnapshot.TakeAsync(app.Scim, Ct);
        var answer = new TaskCompletionSource();
        slow.Hold = answer.Task;
        SmallCompany.Add(hibob.Company, 7);

        var running = app.SyncAsync(cancellationToken: Ct);
        await UntilAsync(async () => (await AllRunsAsync(app)).Any(run => run.State == SyncRunState.Running));

        // Whoever asks shares nothing with the process that runs but the database.
        var runId = (await AllRunsAsync(app))[^1].Id;
        var directory = await app.DirectoryAsync(cancellationToken: Ct);
        await using (var other = ScimBridgeApp.Start(database, [hibob], settings: settings))
        {
            Assert.Equal(CancelAnswer.Stopping, await other.Services.GetRequiredService<SyncRunStore>().RequestCancelAsync(directory, runId, "admin", Ct));
        }

        var cancelled = await running;
        answer.SetResult();
        slow.Hold = Task.CompletedTask;

        Assert.Equal((SyncOutcome.Failed, "cancelled", cancelled.VersionBefore), (cancelled.Outcome, cancelled.ErrorReason, cancelled.VersionAfter));
        Assert.Contains("admin", cancelled.ErrorDetail, StringComparison.Ordinal);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(app.Scim, Ct));
        var record = (await app.Services.GetRequiredService<DirectoryStore>().FindAsync(directory, Ct))!;
        Assert.Equal((0, null, null), (record.FailuresInARow, record.NotBefore, record.LeaseOwner));
        var events = await app.Services.GetRequiredService<DirectoryEventStore>().ListAsync(directory, null, 10, Ct);
        Assert.Single(events, entry => entry.Kind == EventKinds.Cancelled && entry.RunId == runId);
        Assert.Equal(1, (await app.SyncAsync(cancellationToken: Ct)).Created);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Progress_shows_what_was_read_planned_and_written(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var first = (await AllRunsAsync(scenario.App))[0];

        // Twelve people, their groups and their memberships.
        Assert.Equal((12, SyncStage.Done), (first.Read, first.Stage));
        Assert.InRange(first.Planned, 24, 100);
        var unchanged = await scenario.SyncedAsync();
        Assert.Equal(0, unchanged.Planned);
    }
}

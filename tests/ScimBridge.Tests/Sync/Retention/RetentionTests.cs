using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Retention;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Retention;

/// <summary>What is too old goes, and nothing that a reader could still ask for.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Versions_older_than_the_history_go_and_every_kept_one_reads_as_before(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        for (var day = 0; day < 5; day++)
        {
            scenario.Time.Advance(TimeSpan.FromDays(10));
            scenario.Company.Update(SmallCompany.Id(2 + day), "work.title", $"Title {day}");
            scenario.Company.Update(SmallCompany.Id(2 + day), "work.department", SmallCompany.Engineering);
            await scenario.SyncedAsync();
        }

        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        var kept = new Dictionary<int, int>();
        for (var version = 3; version <= 6; version++)
        {
            kept[version] = await RowsAsync(scenario, version);
        }

        await PurgeAsync(scenario);
        await PurgeAsync(scenario);

        // Version 6 is new, 5 is ten days old, 4 twenty; 3 was in force thirty days ago, and 2 and 1 were not any more.
        var directory = await scenario.DirectoryAsync();
        Assert.Equal((6, 3), (directory.Version, directory.OldestVersion));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        await using var db = Context(scenario);
        Assert.Equal([3, 4, 5, 6], await db.DirectoryVersions.Select(version => version.Version).Order().ToListAsync(Ct));
        foreach (var (version, rows) in kept)
        {
            Assert.Equal(rows, await RowsAsync(scenario, version));
        }

        Assert.Equal(0, await db.Users.CountAsync(row => row.ValidTo <= 3, Ct));
        Assert.Equal(0, await db.Memberships.CountAsync(row => row.ValidTo <= 3, Ct));
        Assert.Equal(0, await db.Groups.CountAsync(row => row.ValidTo <= 3, Ct));
        Assert.Equal(0, await db.UserEmails.CountAsync(row => row.ValidTo <= 3, Ct));
        scenario.Company.Update(SmallCompany.Id(9), "work.title", "Afterwards");
        Assert.Equal((1, 7), ((await scenario.SyncedAsync()).Updated, (await scenario.DirectoryAsync()).Version));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_that_never_changes_keeps_its_only_version(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        scenario.Time.Advance(TimeSpan.FromDays(400));

        await PurgeAsync(scenario);

        Assert.Equal(1, (await scenario.DirectoryAsync()).OldestVersion);
        Assert.Equal(3, await scenario.CountAsync("Users", "active eq true"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cursor_at_a_version_that_is_gone_has_expired(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var page = await scenario.GetAsync("Users?cursor=&count=5");
        var cursor = Uri.EscapeDataString((string)page["nextCursor"]!);
        scenario.Company.Update(SmallCompany.Id(2), "work.title", "Pilot");
        await scenario.SyncedAsync();
        await scenario.App.Services.GetRequiredService<HistoryPurge>().PurgeAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), scenario.Time.GetUtcNow(), Ct);

        using var response = await scenario.App.Scim.GetAsync($"Users?cursor={cursor}&count=5", Ct);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("expiredCursor", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["scimType"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_dead_run_left_above_the_version_is_not_the_purges_to_touch(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        await using (var db = Context(scenario))
        {
            await db.Users.Where(row => row.ValidTo == Versions.Open).OrderBy(row => row.RowId).Take(1)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, 2), Ct);
            await db.Directories.ExecuteUpdateAsync(set => set.SetProperty(row => row.Applying, 2), Ct);
        }

        scenario.Time.Advance(TimeSpan.FromDays(400));
        await PurgeAsync(scenario);

        Assert.Equal(3, await scenario.CountAsync("Users", "active eq true"));
        Assert.Equal(3, (await scenario.SyncedAsync()).Unchanged);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_version_goes_while_a_rollback_waits_or_runs(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        scenario.Company.Update(SmallCompany.Id(2), "work.title", "Pilot");
        await scenario.SyncedAsync();
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        await scenario.App.Services.GetRequiredService<SyncRunStore>()
            .RequestAsync(directory, new SyncRequest(SyncKind.Rollback, SyncTrigger.Api) { Subject = "1" }, Ct);
        scenario.Time.Advance(TimeSpan.FromDays(400));

        await PurgeAsync(scenario);

        Assert.Equal(1, (await scenario.DirectoryAsync()).OldestVersion);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Plans_runs_events_and_webhook_requests_go_by_age_and_what_waits_or_made_a_kept_version_stays(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var made = (await JobProbe.AllRunsAsync(scenario.App))[0];
        var unchanged = await scenario.SyncedAsync();
        for (var number = 2; number <= 9; number++)
        {
            scenario.Company.Remove(SmallCompany.Id(number));
        }

        var held = await scenario.SyncAsync();
        Assert.Equal(SyncOutcome.Held, held.Outcome);
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        await scenario.App.Services.GetRequiredService<WebhookDeliveryStore>().AddAsync(
            new WebhookDeliveryRecord { DirectoryId = directory.Value, At = scenario.Time.GetUtcNow(), BodyHash = new byte[32], Result = "ping" }, Ct);
        scenario.Time.Advance(TimeSpan.FromDays(400));
        var recent = await scenario.SyncAsync();

        await PurgeAsync(scenario);

        var runs = (await JobProbe.AllRunsAsync(scenario.App)).Select(run => run.Id).ToList();
        Assert.DoesNotContain(unchanged.Id, runs);
        Assert.Equal([made.Id, held.Id, recent.Id], runs);
        await using var db = Context(scenario);
        Assert.Equal([held.Id], await db.Plans.Select(plan => plan.RunId).ToListAsync(Ct));
        Assert.Equal(0, await db.PlanChanges.CountAsync(change => change.RunId == made.Id, Ct));
        Assert.Equal(0, await db.SyncIssues.CountAsync(issue => issue.RunId == unchanged.Id, Ct));
        Assert.Equal(0, await db.WebhookDeliveries.CountAsync(Ct));
        Assert.All(await db.DirectoryEvents.ToListAsync(Ct), entry => Assert.True(entry.At > scenario.Time.GetUtcNow().AddDays(-366)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_killed_run_left_of_a_plan_goes_once_the_run_is_over(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var runs = scenario.App.Services.GetRequiredService<SyncRunStore>();
        var (killed, _) = await runs.RequestAsync(directory, SyncRequest.Full(SyncTrigger.Api), Ct);
        await runs.TryStartAsync(directory, Ct);
        await using var db = Context(scenario);
        var made = await db.PlanChanges.CountAsync(Ct);
        db.PlanChanges.Add(new PlanChangeRecord { RunId = killed, DirectoryId = directory.Value, ResourceType = "User", ResourceId = "1", ExternalId = "1" });
        db.PlanPeople.Add(new PlanPersonRecord { RunId = killed, DirectoryId = directory.Value, EmployeeId = "1" });
        await db.SaveChangesAsync(Ct);

        await PurgeAsync(scenario);
        Assert.Equal((made + 1, 1), (await db.PlanChanges.CountAsync(Ct), await db.PlanPeople.CountAsync(Ct)));

        // The next run says of the killed one that it is over.
        scenario.Time.Advance(SyncRunStore.LeaseDuration + TimeSpan.FromSeconds(1));
        await scenario.SyncedAsync();
        await PurgeAsync(scenario);

        Assert.Equal((made, 0), (await db.PlanChanges.CountAsync(Ct), await db.PlanPeople.CountAsync(Ct)));
        Assert.Equal(1, await db.Plans.CountAsync(Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_webhook_requests_the_newest_ten_thousand_are_kept(string provider)
    {
        await using var fixture = await ScimBridge.Tests.Storage.StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var now = DateTimeOffset.UnixEpoch;
        await using (var db = await fixture.ContextAsync())
        {
            db.WebhookDeliveries.AddRange(Enumerable.Range(0, RecordPurge.MostDeliveries + 7).Select(number =>
                new WebhookDeliveryRecord { DirectoryId = directory.Value, At = now, BodyHash = BitConverter.GetBytes(number), Result = "accepted" }));
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(7, await fixture.Get<RecordPurge>().DeliveriesAsync(directory, now, Ct));

        await using var after = await fixture.ContextAsync();
        Assert.Equal(RecordPurge.MostDeliveries, await after.WebhookDeliveries.CountAsync(Ct));
    }

    private static Task PurgeAsync(SyncScenario scenario) => scenario.App.Services.GetRequiredService<RetentionPurge>().RunAsync(Ct);

    private static ScimBridgeContext Context(SyncScenario scenario) =>
        scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContext();

    /// <summary>How many rows of all kinds hold in a version.</summary>
    private static async Task<int> RowsAsync(SyncScenario scenario, int version)
    {
        await using var db = Context(scenario);
        return await db.Users.CountAsync(row => row.ValidFrom <= version && version < row.ValidTo, Ct)
            + await db.UserEmails.CountAsync(row => row.ValidFrom <= version && version < row.ValidTo, Ct)
            + await db.Groups.CountAsync(row => row.ValidFrom <= version && version < row.ValidTo, Ct)
            + await db.Memberships.CountAsync(row => row.ValidFrom <= version && version < row.ValidTo, Ct)
            + await db.PageAnchors.CountAsync(row => row.ValidFrom <= version && version < row.ValidTo, Ct);
    }
}

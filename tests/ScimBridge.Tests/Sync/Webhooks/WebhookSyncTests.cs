using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.JobProbe;

namespace ScimBridge.Tests.Sync.Webhooks;

/// <summary>From a change in HiBob to what a SCIM client sees, with HiBob's own sender and a real Hangfire server.</summary>
public sealed class WebhookSyncTests
{
    private const string Secret = "a-webhook-secret-of-acme";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_leaver_becomes_inactive_by_webhook_without_a_read_of_everybody(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var app = Start(database, hibob);
        await RunsAsync(app, finished: 1);
        hibob.Webhooks.SendsTwice = true;
        Subscribe(hibob, app);
        var leaver = SmallCompany.Id(3);
        Assert.True(await IsActiveAsync(app, leaver));

        hibob.Company.Update(leaver, "internal.lifecycleStatus", "terminated");
        await hibob.Webhooks.WhenIdleAsync(Ct);

        await UntilAsync(async () => !await IsActiveAsync(app, leaver));
        var runs = await RunsAsync(app, finished: 2);
        Assert.All(hibob.Webhooks.Deliveries, delivery => Assert.Equal(200, delivery.Status));
        Assert.Equal((SyncKind.Full, SyncTrigger.Start), (runs[0].Kind, runs[0].Trigger));
        Assert.All(runs.Skip(1), run => Assert.Equal((SyncKind.People, SyncTrigger.Webhook), (run.Kind, run.Trigger)));
        Assert.Equal((1, 1, 0), (runs[1].Read, runs[1].Deactivated, runs[1].Created));
        await UntilAsync(async () => await DirtyCountAsync(app) == 0);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_joiner_a_mover_and_a_removed_person_all_come_by_webhook(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var app = Start(database, hibob);
        await RunsAsync(app, finished: 1);
        Subscribe(hibob, app);

        SmallCompany.Add(hibob.Company, 20);
        hibob.Company.Update(SmallCompany.Id(2), "work.department", SmallCompany.Platform);
        hibob.Company.Remove(SmallCompany.Id(4));
        await hibob.Webhooks.WhenIdleAsync(Ct);

        await UntilAsync(async () => await DirtyCountAsync(app) == 0);
        var runs = await RunsAsync(app, finished: 2);
        Assert.All(runs.Skip(1), run => Assert.Equal(SyncKind.People, run.Kind));
        Assert.Equal((1, 1), (runs.Skip(1).Sum(run => run.Created), runs.Skip(1).Sum(run => run.Deactivated)));
        Assert.True(await IsActiveAsync(app, SmallCompany.Id(20)));
        Assert.False(await IsActiveAsync(app, SmallCompany.Id(4)));
        Assert.Contains("Platform", (await UserAsync(app, SmallCompany.Id(2))).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_person_is_synced_on_demand_by_id_and_by_address(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var app = Start(database, hibob);
        await RunsAsync(app, finished: 1);
        var triggers = app.Services.GetRequiredService<SyncTriggers>();
        var directory = (await app.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!;
        foreach (var number in new[] { 2, 3, 5 })
        {
            hibob.Company.Update(SmallCompany.Id(number), "work.title", "Pilot");
        }

        var byId = await triggers.RequestPersonAsync(new DirectoryId(directory.Id), SmallCompany.Id(2), "admin", Ct);
        await RunsAsync(app, finished: 2);
        var byAddress = await triggers.RequestPersonByEmailAsync(directory, "person.3@fjordline.example", "admin", Ct);
        var runs = await RunsAsync(app, finished: 3);

        Assert.Equal([byId, byAddress!.Value], runs.Skip(1).Select(run => run.Id));
        Assert.All(runs.Skip(1), run => Assert.Equal((SyncKind.People, SyncTrigger.Api, "admin", 1), (run.Kind, run.Trigger, run.RequestedBy, run.Updated)));
        Assert.Equal("Pilot", (string?)(await UserAsync(app, SmallCompany.Id(3)))["title"]);
        Assert.Equal("Captain", (string?)(await UserAsync(app, SmallCompany.Id(5)))["title"]);
        Assert.Null(await triggers.RequestPersonByEmailAsync(directory, "nobody@fjordline.example", "admin", Ct));
        Assert.Equal(0, await DirtyCountAsync(app));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task People_whose_read_fails_stay_marked_and_wait_and_a_later_read_of_everybody_settles_them(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var dirty = scenario.App.Services.GetRequiredService<DirtyEmployeeStore>();
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var now = scenario.Time.GetUtcNow();
        await dirty.MarkAsync(directory, SmallCompany.Id(2), now, now.AddSeconds(20), Ct);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(400));

        var failed = await scenario.RunAsync(SyncKind.People);

        Assert.Equal((SyncOutcome.Failed, "refused"), (failed.Outcome, failed.ErrorReason));
        Assert.Equal(scenario.Time.GetUtcNow().AddMinutes(1), await dirty.NextDueAsync(directory, Ct));
        scenario.HiBob.Faults.Clear();
        await scenario.SyncedAsync();
        Assert.Equal(0, await dirty.CountAsync(directory, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_whose_change_the_gate_holds_is_read_once_and_not_again_and_again(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var dirty = scenario.App.Services.GetRequiredService<DirtyEmployeeStore>();
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var now = scenario.Time.GetUtcNow();
        for (var number = 2; number <= 9; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.lifecycleStatus", "terminated");
            await dirty.MarkAsync(directory, SmallCompany.Id(number), now, now.AddSeconds(20), Ct);
        }

        var run = await scenario.RunAsync(SyncKind.People);

        Assert.Equal((SyncOutcome.Held, 8), (run.Outcome, run.Read));
        Assert.Equal(0, await dirty.CountAsync(directory, Ct));
        Assert.Equal(12, await scenario.CountAsync("Users", "active eq true"));
    }

    private static ScimBridgeApp Start(TestDatabase database, HiBobSimulatorServer hibob) => ScimBridgeApp.Start(
        database,
        [hibob],
        jobs: true,
        settings: new Dictionary<string, string?>
        {
            ["Sync:FreshnessLagSeconds"] = "1",
            ["Directories:0:HiBob:WebhookSecret"] = Secret,
            ["Directories:0:Sync:IntervalMinutes"] = "1440",
        });

    private static void Subscribe(HiBobSimulatorServer hibob, ScimBridgeApp app) =>
        hibob.Webhooks.Subscribe(new Uri($"{app.Address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal)}/webhooks/hibob/acme"), Secret);

    private static async Task<HiBobSimulatorServer> CompanyAsync()
    {
        var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 }, Ct);
        SmallCompany.Fill(hibob.Company, 12);
        return hibob;
    }

    private static async Task<int> DirtyCountAsync(ScimBridgeApp app) =>
        await app.Services.GetRequiredService<DirtyEmployeeStore>().CountAsync(await app.DirectoryAsync(cancellationToken: Ct), Ct);

    private static async Task<System.Text.Json.Nodes.JsonObject> UserAsync(ScimBridgeApp app, string employeeId) =>
        System.Text.Json.Nodes.JsonNode.Parse(await app.Scim.GetStringAsync($"Users/{SyncScenario.UserId(employeeId)}", Ct))!.AsObject();

    private static async Task<bool> IsActiveAsync(ScimBridgeApp app, string employeeId) => (bool)(await UserAsync(app, employeeId))["active"]!;
}

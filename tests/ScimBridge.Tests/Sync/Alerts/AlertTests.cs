using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Alerts;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Alerts;

/// <summary>Directories that need somebody say so once, in the log and to whoever is to be told.</summary>
public sealed class AlertTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Entering_a_state_that_needs_somebody_logs_one_warning_and_posts_one_alert_without_personal_data(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync(12);
        await using var receiver = await AlertReceiver.StartAsync();
        var log = new EventIdLog();
        await using var app = Start(database, hibob, receiver.Url, log);
        await app.SyncAsync(cancellationToken: Ct);
        for (var time = 0; time < 2; time++)
        {
            hibob.Faults.Add(SimulatorFault.Status(401));
            await app.SyncAsync(cancellationToken: Ct);
        }

        await app.SyncAsync(cancellationToken: Ct);
        for (var number = 2; number <= 9; number++)
        {
            hibob.Company.Remove(SmallCompany.Id(number));
        }

        var held = await app.SyncAsync(cancellationToken: Ct);
        await app.SyncAsync(cancellationToken: Ct);
        await JobProbe.UntilAsync(() => Task.FromResult(receiver.Received.Count >= 2));

        Assert.Equal([(LogLevel.Warning, 5003), (LogLevel.Warning, 5001)], log.Alerts);
        Assert.Equal(["directory.invalid_credentials", "directory.held"], receiver.Received.Select(alert => (string?)alert["event"]));
        var alert = receiver.Received[1];
        Assert.Equal(
            ["event", "directory", "state", "at", "since", "advice", "runId"],
            alert.Select(member => member.Key));
        Assert.Equal(("acme", "held", held.Id.ToString()), ((string?)alert["directory"], (string?)alert["state"], (string?)alert["runId"]));
        Assert.DoesNotContain("fjordline", alert.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_again_and_the_sync_never_waits_for_it()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await CompanyAsync(3);
        await using var receiver = await AlertReceiver.StartAsync();
        receiver.Statuses.Enqueue(503);
        receiver.Statuses.Enqueue(429);
        await using var app = Start(database, hibob, receiver.Url, new EventIdLog());
        hibob.Faults.Add(SimulatorFault.Status(401));

        var run = await app.SyncAsync(cancellationToken: Ct);

        Assert.Equal("invalid_credentials", run.ErrorReason);
        await JobProbe.UntilAsync(() => Task.FromResult(receiver.Received.Count == 1));
        Assert.Equal(3, receiver.Requests);
    }

    [Fact]
    public async Task Nothing_that_a_receiver_answers_fails_a_sync_and_redirects_are_not_followed()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await CompanyAsync(3);
        await using var receiver = await AlertReceiver.StartAsync();
        receiver.Statuses.Enqueue(302);
        var log = new EventIdLog();
        await using var app = Start(database, hibob, receiver.Url, log);
        hibob.Faults.Add(SimulatorFault.Status(401));

        await app.SyncAsync(cancellationToken: Ct);
        await JobProbe.UntilAsync(() => Task.FromResult(log.Alerts.Any(entry => entry.Id == 5011)));

        Assert.Equal((1, 0), (receiver.Requests, receiver.Received.Count));
        Assert.Equal(SyncOutcome.Succeeded, (await app.SyncAsync(cancellationToken: Ct)).Outcome);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("https://hooks.example/x", true)]
    [InlineData("http://localhost:9000/x", true)]
    [InlineData("http://127.0.0.1/x", true)]
    [InlineData("http://hooks.example/x", false)]
    [InlineData("ftp://127.0.0.1/x", false)]
    [InlineData("/x", false)]
    public void Alerts_go_to_https_or_to_this_machine(string? url, bool fit)
    {
        Assert.Equal(fit, new AlertsOptionsValidator().Validate(null, new AlertsOptions { Url = url }).Succeeded);
    }

    private static ScimBridgeApp Start(TestDatabase database, HiBobSimulatorServer hibob, string url, EventIdLog log) =>
        ScimBridgeApp.Start(database, [hibob], settings: new Dictionary<string, string?> { ["Alerts:Url"] = url }, logs: log);

    private static async Task<HiBobSimulatorServer> CompanyAsync(int people)
    {
        var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 }, Ct);
        SmallCompany.Fill(hibob.Company, people);
        return hibob;
    }
}

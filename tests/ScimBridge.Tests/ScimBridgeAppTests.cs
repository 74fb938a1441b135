using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests;

public sealed class ScimBridgeAppTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_in_HiBob_is_a_user_after_the_first_sync(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 120 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob]);

        var run = await app.SyncAsync(cancellationToken: Ct);
        var users = JsonNode.Parse(await app.Scim.GetStringAsync("Users?count=1000", Ct))!;

        Assert.Equal(SyncOutcome.Succeeded, run.Outcome);
        Assert.Equal(120, run.Created);
        Assert.Equal(120, (int)users["totalResults"]!);
        Assert.Equal(
            hibob.Company.People.Select(person => person.Id).Order(StringComparer.Ordinal),
            users["Resources"]!.AsArray().Select(user => (string)user!["externalId"]!).Order(StringComparer.Ordinal));
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Walks while syncs commit: by index nobody is skipped or repeated, by cursor all pages are of one version. SCIMBRIDGE_LONG=1 goes on for a minute.</summary>
public sealed class WalkDuringSyncTests
{
    private const int People = 150;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Syncs => Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1" ? 60 : 6;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_walk_never_skips_or_repeats_and_by_cursor_sees_one_version(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hiBob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = People, RateLimitPerMinute = 0 }, Ct);
        hiBob.Company.AddListItem("department", "walk", "Walk");
        await using var app = ScimBridgeApp.Start(database, [hiBob]);
        await SyncAsync(app);
        var versions = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        await SnapshotAsync(app, versions);
        var original = (await app.Scim.GetScimAsync("Users?count=1000")).Ids();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var indexWalks = Task.Run(() => WalkByIndexAsync(app, original, stop.Token), Ct);
        var cursorWalks = Task.Run(() => WalkByCursorAsync(app, stop.Token), Ct);
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var number = 0; number < Syncs; number++)
        {
            await everySecond.WaitForNextTickAsync(Ct);
            foreach (var person in hiBob.Company.People.Skip(number * 7 % People).Take(5).ToList())
            {
                hiBob.Company.Update(person.Id, "work.title", $"Title {number}");
            }

            hiBob.Company.Add(("root.firstName", "New"), ("root.surname", $"Person{number}"), ("root.email", $"new{number}@example.com"), ("work.startDate", new DateOnly(2020, 1, 1)), ("work.department", "walk"));
            await SyncAsync(app);
            await SnapshotAsync(app, versions);
        }

        await stop.CancelAsync();
        Assert.InRange(await indexWalks, 3, int.MaxValue);
        var walked = await cursorWalks;
        Assert.InRange(walked.Count, 3, int.MaxValue);
        Assert.All(walked, walk => Assert.Contains(walk, versions.Keys));
        Assert.InRange(walked.Distinct(StringComparer.Ordinal).Count(), 3, int.MaxValue);
        Assert.Equal(2 * (Syncs + 1), versions.Count);
    }

    /// <summary>Walks by index until it is told to stop; says how many whole walks it made.</summary>
    private static async Task<int> WalkByIndexAsync(ScimBridgeApp app, List<string> original, CancellationToken stop)
    {
        var walks = 0;
        while (!stop.IsCancellationRequested)
        {
            var ids = new List<string>();
            int total;
            do
            {
                var page = await app.Scim.GetScimAsync($"Users?startIndex={ids.Count + 1}&count=20");
                total = (int)page["totalResults"]!;
                ids.AddRange(page.Ids());
            }
            while (ids.Count < total);

            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(original.Except(ids));
            walks++;
        }

        return walks;
    }

    private static async Task<List<string>> WalkByCursorAsync(ScimBridgeApp app, CancellationToken stop)
    {
        var walks = new List<string>();
        while (!stop.IsCancellationRequested)
        {
            walks.Add(Text((await CursorTests.WalkAsync(app.Scim, "Users?count=20")).SelectMany(page => page.Resources())));
            walks.Add(Text((await CursorTests.WalkAsync(app.Scim, "Groups?count=9")).SelectMany(page => page.Resources())));
        }

        return walks;
    }

    private static async Task SnapshotAsync(ScimBridgeApp app, ConcurrentDictionary<string, byte> versions)
    {
        versions.TryAdd(Text((await app.Scim.GetScimAsync("Users?count=1000")).Resources()), 0);
        versions.TryAdd(Text((await app.Scim.GetScimAsync("Groups?count=1000")).Resources()), 0);
    }

    private static string Text(IEnumerable<JsonObject> resources) => string.Join('\n', resources.Select(resource => resource.ToJsonString()));

    private static async Task SyncAsync(ScimBridgeApp app)
    {
        var run = await app.SyncAsync(cancellationToken: Ct);
        Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, run.ErrorDetail);
    }
}

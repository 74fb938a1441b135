using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>Killing the process at any moment leaves version N or N + 1. The short form kills 5 times, SCIMBRIDGE_LONG=1 100 times.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_killed_sync_leaves_one_version_or_the_next_and_the_next_run_completes(string provider)
    {
        var (people, kills) = Long ? (10_000, 100) : (300, 5);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        output.WriteLine($"Seed {seed}.");
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = people, RateLimitPerMinute = 0 }, Ct);
        var published = new List<int>();
        TimeSpan duration;
        await using (var app = Open(database, hibob))
        {
            Assert.Equal(people, (await app.SyncAsync(cancellationToken: Ct)).Created);
            Change(hibob.Company, random);
            var run = await app.SyncAsync(cancellationToken: Ct);
            duration = run.FinishedAt!.Value - run.StartedAt!.Value;
        }

        for (var kill = 1; kill <= kills; kill++)
        {
            ScimSnapshot old;
            int version;
            await using (var app = Open(database, hibob))
            {
                old = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                version = await VersionAsync(app);
                Change(hibob.Company, random);

                // What waits is run as soon as a server starts.
                await app.Services.GetRequiredService<SyncRunStore>().RequestAsync(await app.DirectoryAsync(cancellationToken: Ct), SyncTrigger.Api, Ct);
            }

            var moment = await KillAsync(database, hibob, duration * (random.NextDouble() * 2));

            await using (var app = Open(database, hibob))
            {
                var after = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                var directory = (await app.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!;
                var versionAfter = directory.Version;
                published.Add(versionAfter - version);
                output.WriteLine($"Kill {kill} after {moment.TotalMilliseconds:F0} ms: version {version} and then {versionAfter}, writing {directory.Applying?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}.");
                Assert.InRange(versionAfter - version, 0, 1);
                if (versionAfter == version)
                {
                    ScimSnapshot.AssertSame(old, after);
                }

                await ExpireLeaseAsync(app);
                var next = await app.SyncAsync(cancellationToken: Ct);
                Assert.Equal(SyncOutcome.Succeeded, next.Outcome);
                var complete = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                Assert.False(complete.Matches(old), "The change is not there.");
                Assert.Equal(version + 1, await VersionAsync(app));
                if (versionAfter == version + 1)
                {
                    ScimSnapshot.AssertSame(after, complete);
                }

                var again = await app.SyncAsync(cancellationToken: Ct);
                Assert.Equal((people, next.VersionAfter), (again.Unchanged, again.VersionAfter));
            }
        }

        output.WriteLine($"{published.Count(step => step == 1)} of {kills} kills came after the new version was published.");
    }

    /// <summary>Starts a server, waits until it reads people, then a while, and kills it.</summary>
    private static async Task<TimeSpan> KillAsync(TestDatabase database, HiBobSimulatorServer hibob, TimeSpan wait)
    {
        hibob.RequestLog.Clear();
        using var server = ServerProcess.Start(database, hibob);
        await JobProbe.UntilAsync(() =>
        {
            Assert.True(server.IsRunning, "The server ended by itself.");
            return Task.FromResult(hibob.RequestLog.Count(SimulatorEndpoint.PeopleSearch) > 0);
        });

        // The one thing that a random moment needs.
        await Task.Delay(wait, Ct);
        await server.KillAsync(Ct);
        return wait;
    }

    private static ScimBridgeApp Open(TestDatabase database, HiBobSimulatorServer hibob) =>
        ScimBridgeApp.Start(database, [hibob], settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://bridge.example" });

    /// <summary>Gives a fifth of the people another title and moves some of them to another department, which moves groups too.</summary>
    private static void Change(Company company, Random random)
    {
        var people = company.People;
        var departments = company.FindList("department")!.AllItems.Where(item => !item.Archived).Select(item => item.Id).ToList();
        foreach (var person in random.GetItems([.. people], people.Count / 5))
        {
            company.Update(person.Id, "work.title", $"Title {random.Next()}");
            if (random.Next(4) == 0)
            {
                company.Update(person.Id, "work.department", departments[random.Next(departments.Count)]);
                company.Update(person.Id, "root.email", $"moved.{random.Next()}.{person.Id}@fjordline.example");
            }
        }
    }

    private static async Task<int> VersionAsync(ScimBridgeApp app) =>
        (await app.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!.Version;

    /// <summary>What a minute does to the lease of a dead run.</summary>
    private static async Task ExpireLeaseAsync(ScimBridgeApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        await db.Directories.Where(directory => directory.LeaseOwner != null)
            .ExecuteUpdateAsync(set => set.SetProperty(directory => directory.LeaseUntil, DateTimeOffset.UnixEpoch), Ct);
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.JobProbe;

namespace ScimBridge.Tests.Sync;

/// <summary>Killing the process at any moment leaves version N or N + 1. The short form kills 5 times, SCIMBRIDGE_LONG=1 100 times.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1";

    /// <summary>Taking a dismissal back empties the termination dates of most who have one, which the gate would hold.</summary>
    private static readonly (string, string) NothingEmptied = ("Directories:0:Gate:AttributePercent", "100");

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
        await using var witness = ServerProcess.Beside(database, hibob);
        Assert.Equal(people, (await witness.SyncAsync(cancellationToken: Ct)).Created);
        Change(hibob.Company, random);
        await AskAsync(witness);
        var duration = await UndisturbedAsync(database, hibob, witness);

        for (var kill = 1; kill <= kills; kill++)
        {
            ScimSnapshot old;
            int version;
            await using (var app = ServerProcess.Beside(database, hibob))
            {
                old = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                version = (await DirectoryAsync(app)).Version;
                Change(hibob.Company, random);
                await AskAsync(app);
            }

            // Every other one while the version is being written, where there is most to leave half done.
            var writing = kill % 2 == 1;
            var moment = duration * (random.NextDouble() * (writing ? 0.1 : 1.2));
            await KillAsync(database, hibob, witness, writing, moment);

            await using (var app = ServerProcess.Beside(database, hibob))
            {
                var after = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                var directory = await DirectoryAsync(app);
                var versionAfter = directory.Version;
                published.Add(versionAfter - version);
                output.WriteLine($"Kill {kill} {moment.TotalMilliseconds:F0} ms after {(writing ? "writing" : "reading")} began: version {version} and then {versionAfter}, writing {directory.Applying?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}.");
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
                Assert.Equal(version + 1, next.VersionAfter);
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_killed_approval_or_rollback_leaves_one_version_or_the_next_and_can_be_asked_for_again(string provider)
    {
        var (people, kills) = Long ? (5_000, 40) : (200, 4);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        output.WriteLine($"Seed {seed}.");
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = people, RateLimitPerMinute = 0 }, Ct);
        await using var witness = ServerProcess.Beside(database, hibob, NothingEmptied);
        Assert.Equal(people, (await witness.SyncAsync(cancellationToken: Ct)).Created);
        List<string> leavers = [];

        for (var kill = 1; kill <= kills; kill++)
        {
            // A fifth leaves, which is approved, and then that is taken back.
            var approval = kill % 2 == 1;
            if (approval)
            {
                leavers = Leave(hibob.Company, random);
            }

            ScimSnapshot old;
            int version;
            SyncRequest request;
            await using (var app = ServerProcess.Beside(database, hibob, NothingEmptied))
            {
                request = approval ? await HeldAndApprovedAsync(app) : new SyncRequest(SyncKind.Rollback, SyncTrigger.Api)
                {
                    Subject = ((await DirectoryAsync(app)).Version - 1).ToString(CultureInfo.InvariantCulture),
                };
                (old, version) = (await ScimSnapshot.TakeAsync(app.Scim, Ct), (await DirectoryAsync(app)).Version);
                await app.Services.GetRequiredService<SyncRunStore>().RequestAsync(await app.DirectoryAsync(cancellationToken: Ct), request, Ct);
            }

            var moment = TimeSpan.FromMilliseconds(random.Next(Long ? 2000 : 300));
            using (var server = ServerProcess.Start(database, hibob, NothingEmptied))
            {
                await UntilAsync(async () =>
                {
                    server.AssertRuns();
                    var now = await DirectoryAsync(witness);
                    return now.LeaseOwner is not null || now.Version > version;
                });
                await Task.Delay(moment, Ct);
                await server.KillAsync(Ct);
            }

            await using (var app = ServerProcess.Beside(database, hibob, NothingEmptied))
            {
                var after = await ScimSnapshot.TakeAsync(app.Scim, Ct);
                var versionAfter = (await DirectoryAsync(app)).Version;
                output.WriteLine($"Kill {kill} of {(approval ? "an approval" : "a rollback")} after {moment.TotalMilliseconds} ms: version {version} and then {versionAfter}.");
                Assert.InRange(versionAfter - version, 0, 1);
                await ExpireLeaseAsync(app);
                if (versionAfter == version)
                {
                    ScimSnapshot.AssertSame(old, after);
                    var again = await app.RunAsync(approval ? await HeldAndApprovedAsync(app) : request, cancellationToken: Ct);
                    Assert.Equal((SyncOutcome.Succeeded, version + 1), (again.Outcome, again.VersionAfter));
                }

                Assert.False((await ScimSnapshot.TakeAsync(app.Scim, Ct)).Matches(old), "Nothing came of it.");
                if (!approval)
                {
                    foreach (var id in leavers)
                    {
                        hibob.Company.Update(id, "internal.terminationDate", null);
                    }

                    await app.Services.GetRequiredService<DirectoryStore>().ResumeSyncAsync(await app.DirectoryAsync(cancellationToken: Ct), Ct);
                }

                var quiet = await app.SyncAsync(cancellationToken: Ct);
                Assert.Equal((SyncOutcome.Succeeded, version + 1), (quiet.Outcome, quiet.VersionAfter));
                Assert.Null((await DirectoryAsync(app)).HeldRunId);
            }
        }
    }

    /// <summary>Has a fifth of those employed leave.</summary>
    private static List<string> Leave(Company company, Random random)
    {
        Person[] employed = [.. company.People.Where(person => person["internal.terminationDate"] is null)];
        random.Shuffle(employed);
        var leavers = employed.Take(employed.Length / 5).Select(person => person.Id).ToList();
        foreach (var id in leavers)
        {
            company.Update(id, "internal.terminationDate", "2020-10-01");
        }

        return leavers;
    }

    /// <summary>Reads everybody, which is held, and approves it.</summary>
    private static async Task<SyncRequest> HeldAndApprovedAsync(ScimBridgeApp app)
    {
        Assert.Equal(SyncOutcome.Held, (await app.SyncAsync(cancellationToken: Ct)).Outcome);
        var waits = (await DirectoryAsync(app)).HeldRunId!.Value;
        Assert.True(await app.Services.GetRequiredService<PlanStore>().DecideAsync(
            await app.DirectoryAsync(cancellationToken: Ct), waits, new PlanDecision(true, "tests", null), Ct));
        return new SyncRequest(SyncKind.Approval, SyncTrigger.Api) { Subject = waits.ToString() };
    }

    /// <summary>Starts a server, waits until it reads people or writes the version, then a while, and kills it.</summary>
    private static async Task KillAsync(
        TestDatabase database, HiBobSimulatorServer hibob, ScimBridgeApp witness, bool writing, TimeSpan wait)
    {
        using var server = await StartedAsync(database, hibob);
        var since = Stopwatch.GetTimestamp();
        while (writing && (await DirectoryAsync(witness)) is { Applying: null, LeaseOwner: not null } && Stopwatch.GetElapsedTime(since).TotalSeconds < 60)
        {
            server.AssertRuns();
        }

        // The one thing that a random moment needs.
        await Task.Delay(wait, Ct);
        await server.KillAsync(Ct);
    }

    /// <summary>How long a process of its own takes from reading people to the end; longer than this one, which has warmed up.</summary>
    private static async Task<TimeSpan> UndisturbedAsync(TestDatabase database, HiBobSimulatorServer hibob, ScimBridgeApp witness)
    {
        using var server = await StartedAsync(database, hibob);
        var since = Stopwatch.GetTimestamp();
        await RunsAsync(witness, finished: 2);

        // The result is there with the version; the lease goes back a moment later.
        await UntilAsync(async () => (await DirectoryAsync(witness)).LeaseOwner is null);
        var duration = Stopwatch.GetElapsedTime(since);
        await server.KillAsync(Ct);
        return duration;
    }

    private static async Task<ServerProcess> StartedAsync(TestDatabase database, HiBobSimulatorServer hibob)
    {
        hibob.RequestLog.Clear();
        var server = ServerProcess.Start(database, hibob);
        await UntilAsync(() =>
        {
            server.AssertRuns();
            return Task.FromResult(hibob.RequestLog.Count(SimulatorEndpoint.PeopleSearch) > 0);
        });
        return server;
    }

    /// <summary>What is asked for is run as soon as a server starts.</summary>
    private static async Task AskAsync(ScimBridgeApp app) => await app.Services.GetRequiredService<SyncRunStore>()
        .RequestAsync(await app.DirectoryAsync(cancellationToken: Ct), SyncTrigger.Api, Ct);

    /// <summary>Gives a fifth of the people another title and moves some of them to another department, which moves groups too.</summary>
    private static void Change(Company company, Random random)
    {
        var people = company.People;
        var departments = company.FindList("department")!.AllItems.Where(item => !item.Archived).Select(item => item.Id).ToList();
        Person[] shuffled = [.. people];
        random.Shuffle(shuffled);
        foreach (var person in shuffled.Take(people.Count / 5))
        {
            company.Update(person.Id, "work.title", $"Title {random.Next()}");
            if (random.Next(4) == 0)
            {
                company.Update(person.Id, "work.department", departments[random.Next(departments.Count)]);
                company.Update(person.Id, "root.email", $"moved.{random.Next()}.{person.Id}@fjordline.example");
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.JobProbe;

namespace ScimBridge.Tests.Sync;

/// <summary>Several servers on one PostgreSQL: the lease lets one of them work on a directory, and who lost it writes nothing more.</summary>
public sealed class TwoServersTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.PostgresOnly), MemberType = typeof(Databases))]
    public async Task Two_servers_never_run_two_syncs_of_a_directory_at_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync(200);
        await using var witness = ServerProcess.Beside(database, hibob);
        await witness.SyncAsync(cancellationToken: Ct);
        using var one = ServerProcess.Start(database, hibob);
        using var other = ServerProcess.Start(database, hibob);
        var directory = await witness.DirectoryAsync(cancellationToken: Ct);
        var triggers = witness.Services.GetRequiredService<SyncTriggers>();

        // Asked for through a third, whose queue both take from.
        for (var round = 0; round < 12; round++)
        {
            // The next one is asked for while this one runs.
            Retitle(hibob.Company, 20, $"Round {round}");
            var asked = await triggers.RequestAsync(directory, SyncTrigger.Api, Ct);
            await UntilAsync(async () => (await AllRunsAsync(witness)).Single(run => run.Id == asked).State is not SyncRunState.Queued);
        }

        await UntilAsync(async () =>
        {
            one.AssertRuns();
            other.AssertRuns();
            return (await AllRunsAsync(witness)).All(run => run.State == SyncRunState.Finished);
        });
        var runs = await AllRunsAsync(witness);
        output.WriteLine($"{runs.Count} runs.");
        Assert.True(runs.Count >= 13, "Requests were lost.");
        Assert.All(runs, run => Assert.True(run.Outcome is SyncOutcome.Succeeded, $"{run.ErrorReason}: {run.ErrorDetail}"));
        var inTurn = runs.OrderBy(run => run.StartedAt).ToList();
        for (var index = 1; index < inTurn.Count; index++)
        {
            Assert.True(inTurn[index - 1].FinishedAt <= inTurn[index].StartedAt, "Two runs overlapped.");
            Assert.Equal(inTurn[index - 1].VersionAfter, inTurn[index].VersionBefore);
        }

        var last = await ScimSnapshot.TakeAsync(witness.Scim, Ct);
        Assert.Equal(SyncOutcome.Succeeded, (await witness.SyncAsync(cancellationToken: Ct)).Outcome);
        ScimSnapshot.AssertSame(last, await ScimSnapshot.TakeAsync(witness.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.PostgresOnly), MemberType = typeof(Databases))]
    public async Task A_server_that_stood_still_until_another_took_its_lease_writes_nothing_more(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync(3_000);
        await using var witness = ServerProcess.Beside(database, hibob);
        await witness.SyncAsync(cancellationToken: Ct);
        using var server = ServerProcess.Start(database, hibob);
        var triggers = witness.Services.GetRequiredService<SyncTriggers>();
        var id = await witness.DirectoryAsync(cancellationToken: Ct);
        var frozen = await FrozenWhileWritingAsync(witness, hibob, server, triggers, id);

        // Should it stand still within a transaction, PostgreSQL ends that after half a minute; nobody can take over before.
        await ExpireLeaseAsync(witness);
        Retitle(hibob.Company, 3_000, "Overtaken");
        var run = await witness.SyncAsync(cancellationToken: Ct);
        Assert.Equal((SyncOutcome.Succeeded, frozen.Version + 1), (run.Outcome, run.VersionAfter));
        var overtaken = await ScimSnapshot.TakeAsync(witness.Scim, Ct);

        // It goes on with the batch that it was writing, and learns that the directory is no longer its.
        await server.ThawAsync(Ct);
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        server.AssertRuns();
        ScimSnapshot.AssertSame(overtaken, await ScimSnapshot.TakeAsync(witness.Scim, Ct));
        var late = (await AllRunsAsync(witness)).Single(candidate => candidate.Id == frozen.LeaseOwner);
        Assert.Equal((SyncOutcome.Failed, "interrupted"), (late.Outcome, late.ErrorReason));
        var again = await witness.SyncAsync(cancellationToken: Ct);
        Assert.Equal((SyncOutcome.Succeeded, run.VersionAfter), (again.Outcome, again.VersionAfter));
        ScimSnapshot.AssertSame(overtaken, await ScimSnapshot.TakeAsync(witness.Scim, Ct));
    }

    /// <summary>Has a server begin to write a version, and stands it still there.</summary>
    /// <returns>The directory as it is then.</returns>
    private static async Task<DirectoryRecord> FrozenWhileWritingAsync(
        ScimBridgeApp witness, HiBobSimulatorServer hibob, ServerProcess server, SyncTriggers triggers, DirectoryId id)
    {
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Retitle(hibob.Company, 3_000, $"Attempt {attempt}");
            var version = (await DirectoryAsync(witness)).Version;
            await triggers.RequestAsync(id, SyncTrigger.Api, Ct);
            await UntilAsync(async () => await DirectoryAsync(witness) is var now && (now.Applying is not null || now.Version > version));
            await server.FreezeAsync(Ct);
            if (await DirectoryAsync(witness) is { Applying: not null, LeaseOwner: not null } frozen)
            {
                return frozen;
            }

            await server.ThawAsync(Ct);
            await UntilAsync(async () => (await DirectoryAsync(witness)).LeaseOwner is null);
        }

        throw new InvalidOperationException("The server was never caught writing.");
    }

    private static async Task<HiBobSimulatorServer> CompanyAsync(int people) =>
        await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = people, RateLimitPerMinute = 0 }, Ct);

    private static void Retitle(Company company, int people, string title)
    {
        foreach (var person in company.People.Take(people))
        {
            company.Update(person.Id, "work.title", title);
        }
    }
}

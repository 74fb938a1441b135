using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class SyncRunStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Twenty_requests_at_once_make_one_run_that_waits(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => runs.RequestAsync(directory, SyncTrigger.Api, Ct), Ct)));

        Assert.Single(asked.Select(answer => answer.RunId).Distinct());
        Assert.Single(asked, answer => answer.Made);
        await using var db = await fixture.ContextAsync();
        Assert.Equal(1, await db.SyncRuns.CountAsync(Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_lease_of_a_dead_server_ends_at_the_next_start_where_there_is_one_server_only(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        await runs.RequestAsync(directory, SyncTrigger.Api, Ct);
        var dead = await runs.TryStartAsync(directory, Ct);
        await runs.RequestAsync(directory, SyncTrigger.Start, Ct);

        await runs.EndDeadLeasesAsync(Ct);
        var next = await runs.TryStartAsync(directory, Ct);

        Assert.Equal(provider == Databases.Sqlite, next.RunId is not null);
        Assert.Equal(provider == Databases.Postgres, await runs.RenewLeaseAsync(directory, dead.RunId!.Value, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_lease_keeps_others_out_until_it_runs_out_and_renewing_prolongs_it(string provider)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var fixture = await StorageFixture.StartAsync(provider, time: time);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        Assert.Equal(SyncStart.NothingWaits, await runs.TryStartAsync(directory, Ct));
        await runs.RequestAsync(directory, SyncTrigger.Api, Ct);
        var first = await runs.TryStartAsync(directory, Ct);
        var (second, made) = await runs.RequestAsync(directory, SyncTrigger.Schedule, Ct);
        Assert.True(made);

        Assert.Equal(time.GetUtcNow() + SyncRunStore.LeaseDuration, (await runs.TryStartAsync(directory, Ct)).BusyUntil);
        time.Advance(SyncRunStore.LeaseDuration - TimeSpan.FromSeconds(1));
        Assert.True(await runs.RenewLeaseAsync(directory, first.RunId!.Value, Ct));
        time.Advance(SyncRunStore.LeaseDuration - TimeSpan.FromSeconds(1));
        Assert.NotNull((await runs.TryStartAsync(directory, Ct)).BusyUntil);
        Assert.False(await runs.RenewLeaseAsync(directory, Guid.NewGuid(), Ct));

        time.Advance(TimeSpan.FromSeconds(2));
        var taken = await runs.TryStartAsync(directory, Ct);
        Assert.Equal(second, taken.RunId);
        Assert.False(await runs.RenewLeaseAsync(directory, first.RunId.Value, Ct));
        var interrupted = await runs.FindAsync(directory, first.RunId.Value, Ct);
        Assert.Equal((SyncRunState.Finished, SyncOutcome.Failed, "interrupted"), (interrupted!.State, interrupted.Outcome, interrupted.ErrorReason));

        // The dead one's end, come late, changes neither its record nor the lease.
        await runs.FinishAsync(directory, first.RunId.Value, new SyncResult { Outcome = SyncOutcome.Succeeded, GoodRead = true }, Ct);
        Assert.Equal(SyncOutcome.Failed, (await runs.FindAsync(directory, first.RunId.Value, Ct))!.Outcome);
        Assert.True(await runs.RenewLeaseAsync(directory, second, Ct));
        Assert.Null((await fixture.Get<DirectoryStore>().FindAsync(directory, Ct))!.LastGoodReadAt);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_that_try_to_start_at_once_do_not_both_start(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        await runs.RequestAsync(directory, SyncTrigger.Api, Ct);

        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => runs.TryStartAsync(directory, Ct), Ct)));

        Assert.Single(starts, start => start.RunId is not null);
    }
}

using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class RunCancelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_that_waits_ends_at_once_and_another_may_wait(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        var (runId, _) = await runs.RequestAsync(directory, SyncTrigger.Api, Ct);

        Assert.Equal(CancelAnswer.Cancelled, await runs.RequestCancelAsync(directory, runId, "admin", Ct));

        var run = (await runs.FindAsync(directory, runId, Ct))!;
        Assert.Equal((SyncRunState.Finished, SyncOutcome.Failed, "cancelled", "admin"), (run.State, run.Outcome, run.ErrorReason, run.CancelRequestedBy));
        Assert.Contains("admin", run.ErrorDetail, StringComparison.Ordinal);
        Assert.Equal(SyncStart.NothingWaits, await runs.TryStartAsync(directory, Ct));
        Assert.True((await runs.RequestAsync(directory, SyncTrigger.Api, Ct)).Made);
        Assert.Equal(CancelAnswer.Over, await runs.RequestCancelAsync(directory, runId, "admin", Ct));
        Assert.Equal(CancelAnswer.NoSuchRun, await runs.RequestCancelAsync(directory, Guid.NewGuid(), "admin", Ct));
        Assert.Equal(CancelAnswer.NoSuchRun, await runs.RequestCancelAsync(new DirectoryId(directory.Value + 1), runId, "admin", Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_that_runs_is_asked_to_stop_and_the_first_who_asked_is_named(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        var (runId, _) = await runs.RequestAsync(directory, SyncTrigger.Api, Ct);
        await runs.TryStartAsync(directory, Ct);
        Assert.Null(await runs.CancelRequestedByAsync(runId, Ct));

        Assert.Equal(CancelAnswer.Stopping, await runs.RequestCancelAsync(directory, runId, "first", Ct));
        Assert.Equal(CancelAnswer.Stopping, await runs.RequestCancelAsync(directory, runId, "second", Ct));

        Assert.Equal("first", await runs.CancelRequestedByAsync(runId, Ct));
        Assert.Equal(SyncRunState.Running, (await runs.FindAsync(directory, runId, Ct))!.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Starting_and_cancelling_at_once_never_both_succeed(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        for (var round = 0; round < 10; round++)
        {
            var (runId, _) = await runs.RequestAsync(directory, SyncTrigger.Api, Ct);

            var start = Task.Run(() => runs.TryStartAsync(directory, Ct), Ct);
            var cancel = Task.Run(() => runs.RequestCancelAsync(directory, runId, "admin", Ct), Ct);
            await Task.WhenAll(start, cancel);

            var (started, answer) = (await start, await cancel);
            Assert.Equal(answer is CancelAnswer.Stopping ? runId : null, started.RunId);
            Assert.Equal(answer is CancelAnswer.Stopping ? SyncRunState.Running : SyncRunState.Finished, (await runs.FindAsync(directory, runId, Ct))!.State);
            if (started.RunId is not null)
            {
                await runs.FinishAsync(directory, runId, new SyncResult { Outcome = SyncOutcome.Succeeded }, Ct);
            }
        }
    }
}

using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class SyncProgressTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, 10, 50)]
    [InlineData(true, 70, null)]
    [InlineData(false, 10, null)]
    public void The_end_is_expected_after_as_long_as_the_last_run_took(bool running, int secondsIn, int? secondsLeft)
    {
        var last = new SyncRunRecord { State = SyncRunState.Finished, Read = 900, StartedAt = Noon.AddHours(-1), FinishedAt = Noon.AddHours(-1).AddMinutes(1) };
        var run = new SyncRunRecord { State = running ? SyncRunState.Running : SyncRunState.Finished, Stage = SyncStage.Reading, Read = 300, StartedAt = Noon };
        var now = Noon.AddSeconds(secondsIn);

        var progress = SyncProgress.Of(run, last, now);

        Assert.Equal((SyncStage.Reading, 300, 900), (progress.Stage, progress.Read, progress.ExpectedPeople));
        Assert.Equal(secondsLeft is { } left ? now.AddSeconds(left) : (DateTimeOffset?)null, progress.ExpectedEnd);
    }

    [Fact]
    public void The_first_run_has_nothing_to_go_by()
    {
        var progress = SyncProgress.Of(new SyncRunRecord { State = SyncRunState.Running, StartedAt = Noon }, last: null, Noon);

        Assert.Equal((null, null), (progress.ExpectedPeople, progress.ExpectedEnd));
    }
}

using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>How far a run is, and how far the last one of its kind says that it has to go.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Read">How many people have been read.</param>
/// <param name="ExpectedPeople">How many there were the last time; null when there was none.</param>
/// <param name="Planned">How many changes the plan has.</param>
/// <param name="Applied">How many rows of the next version are written.</param>
/// <param name="ExpectedEnd">When it ends if it takes as long as the last one; null when it does not run or that is past.</param>
internal sealed record SyncProgress(SyncStage Stage, int Read, int? ExpectedPeople, int Planned, int Applied, DateTimeOffset? ExpectedEnd)
{
    /// <summary>The progress of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="last">The last good run of its kind; null when there was none.</param>
    /// <param name="now">The moment.</param>
    public static SyncProgress Of(SyncRunRecord run, SyncRunRecord? last, DateTimeOffset now)
    {
        var end = run is { State: SyncRunState.Running, StartedAt: { } started } && last?.FinishedAt - last?.StartedAt is { } took
            ? started + took
            : (DateTimeOffset?)null;
        return new SyncProgress(run.Stage, run.Read, last?.Read, run.Planned, run.Applied, end > now ? end : null);
    }
}

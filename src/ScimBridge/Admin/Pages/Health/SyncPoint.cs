using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Health;

/// <summary>One sync of everybody, as a point in time.</summary>
/// <param name="RunId">The run.</param>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Age">How old what was served had become by its end: the time since the good read before; null where none is known.</param>
internal sealed record SyncPoint(Guid RunId, DateTimeOffset At, SyncOutcome Outcome, TimeSpan Duration, TimeSpan? Age)
{
    /// <summary>The syncs of everybody that ended, the oldest first.</summary>
    /// <param name="runs">Runs of any kind, in any order.</param>
    /// <param name="most">How many are wanted, the newest.</param>
    public static IReadOnlyList<SyncPoint> Of(IEnumerable<SyncRunRecord> runs, int most)
    {
        var points = new List<SyncPoint>();
        DateTimeOffset? good = null;
        foreach (var run in runs.Where(run => run is { Kind: SyncKind.Full, Outcome: not null, FinishedAt: not null }).OrderBy(run => run.FinishedAt))
        {
            var end = run.FinishedAt!.Value;
            points.Add(new SyncPoint(run.Id, end, run.Outcome!.Value, end - (run.StartedAt ?? end), end - good));
            if (run.Outcome is not SyncOutcome.Failed)
            {
                good = end;
            }
        }

        return [.. points.TakeLast(most)];
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Figures of directories over time, for charts.</summary>
internal sealed class FigureStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>The last days, the oldest first, of one directory or of all together.</summary>
    /// <param name="directory">The directory; null for all.</param>
    /// <param name="days">How many days, today included.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<DailyFigure>> DailyAsync(DirectoryId? directory, int days, CancellationToken cancellationToken)
    {
        var id = directory?.Value;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = today.AddDays(1 - days);
        var since = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await db.DirectoryVersions.AsNoTracking().Where(row => id == null || row.DirectoryId == id)
            .OrderBy(row => row.At).Select(row => new { row.DirectoryId, row.At, row.ActiveUsers }).ToListAsync(cancellationToken);
        var runs = await db.SyncRuns.AsNoTracking()
            .Where(run => (id == null || run.DirectoryId == id) && run.FinishedAt >= since && run.Kind != SyncKind.DryRun
                && (run.Outcome == SyncOutcome.Succeeded || run.Outcome == SyncOutcome.SucceededWithIssues))
            .Select(run => new { run.FinishedAt, Changes = run.Created + run.Updated + run.Deactivated + run.Reactivated + run.Deleted })
            .ToListAsync(cancellationToken);
        var changes = runs.GroupBy(run => DayOf(run.FinishedAt!.Value)).ToDictionary(group => group.Key, group => group.Sum(run => run.Changes));

        var figures = new List<DailyFigure>(days);
        var active = new Dictionary<int, int>();
        var next = 0;
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            for (; next < versions.Count && DayOf(versions[next].At) <= day; next++)
            {
                active[versions[next].DirectoryId] = versions[next].ActiveUsers;
            }

            figures.Add(new DailyFigure(day, active.Values.Sum(), changes.GetValueOrDefault(day)));
        }

        return figures;
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}

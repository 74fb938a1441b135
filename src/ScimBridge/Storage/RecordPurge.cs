using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Removes plans, runs, events, webhook requests and audit entries by age, in short batches.</summary>
internal sealed class RecordPurge(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The most webhook requests of a directory that are kept, however new they are.</summary>
    public const int MostDeliveries = 10_000;

    private const int BatchSize = 1000;

    /// <summary>
    /// Removes the directory's plans made before <paramref name="before"/>, but for one that waits for a decision or is about to be applied,
    /// and whatever its age what a run that is over left of a plan that it did not come to save.
    /// </summary>
    public async Task<int> PlansAsync(DirectoryId directory, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = await db.Plans
            .Where(plan => plan.DirectoryId == directory.Value && plan.At < before && plan.State != PlanState.Held && plan.State != PlanState.Approved)
            .Select(plan => plan.RunId).ToListAsync(cancellationToken);
        foreach (var plan in plans)
        {
            await PurgeRowsAsync(db, plan, cancellationToken);

            // Last, so that a purge that is cut short finds the rest next time.
            await db.Plans.Where(row => row.RunId == plan).ExecuteDeleteAsync(cancellationToken);
        }

        var unfinished = await db.SyncRuns
            .Where(run => run.DirectoryId == directory.Value && run.State == SyncRunState.Finished && !db.Plans.Any(plan => plan.RunId == run.Id)
                && (db.PlanChanges.Any(row => row.RunId == run.Id) || db.PlanPeople.Any(row => row.RunId == run.Id)))
            .Select(run => run.Id).ToListAsync(cancellationToken);
        foreach (var run in unfinished)
        {
            await PurgeRowsAsync(db, run, cancellationToken);
        }

        return plans.Count;
    }

    /// <summary>
    /// Removes the directory's runs that ended before <paramref name="before"/>, with their ledgers, but for those that made a version
    /// still kept or whose plan is.
    /// </summary>
    public async Task<int> RunsAsync(DirectoryId directory, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = await db.SyncRuns
            .Where(run => run.DirectoryId == directory.Value && run.State == SyncRunState.Finished && run.FinishedAt < before
                && !db.DirectoryVersions.Any(version => version.DirectoryId == directory.Value && version.RunId == run.Id)
                && !db.Plans.Any(plan => plan.RunId == run.Id))
            .Select(run => run.Id).ToListAsync(cancellationToken);
        foreach (var run in runs)
        {
            while (await db.SyncIssues.Where(issue => issue.RunId == run).OrderBy(issue => issue.Id).Take(BatchSize).ExecuteDeleteAsync(cancellationToken) > 0)
            {
                // The next batch.
            }

            await db.SyncRuns.Where(row => row.Id == run).ExecuteDeleteAsync(cancellationToken);
        }

        return runs.Count;
    }

    /// <summary>Removes the directory's events from before <paramref name="before"/>.</summary>
    public async Task<int> EventsAsync(DirectoryId directory, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await InBatchesAsync(
            db.DirectoryEvents.Where(row => row.DirectoryId == directory.Value && row.At < before).OrderBy(row => row.Id), cancellationToken);
    }

    /// <summary>Removes the directory's webhook requests from before <paramref name="before"/>, and all but the newest.</summary>
    public async Task<int> DeliveriesAsync(DirectoryId directory, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.WebhookDeliveries.Where(row => row.DirectoryId == directory.Value);
        var newestTooMany = await all.OrderByDescending(row => row.Id).Skip(MostDeliveries)
            .Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken) ?? 0;
        return await InBatchesAsync(all.Where(row => row.At < before || row.Id <= newestTooMany).OrderBy(row => row.Id), cancellationToken);
    }

    /// <summary>Removes audit entries from before <paramref name="before"/>.</summary>
    public async Task<int> AuditAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await InBatchesAsync(db.Audit.Where(row => row.At < before).OrderBy(row => row.Id), cancellationToken);
    }

    private static async Task<int> InBatchesAsync<T>(IOrderedQueryable<T> rows, CancellationToken cancellationToken)
    {
        var (removed, batch) = (0, 0);
        do
        {
            batch = await rows.Take(BatchSize).ExecuteDeleteAsync(cancellationToken);
            removed += batch;
        }
        while (batch > 0);
        return removed;
    }

    private static async Task PurgeRowsAsync(ScimBridgeContext db, Guid plan, CancellationToken cancellationToken)
    {
        while (await db.PlanChanges.Where(row => row.RunId == plan).OrderBy(row => row.RowId).Take(BatchSize).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            // The next batch.
        }

        var people = await db.PlanPeople.Where(row => row.RunId == plan).Select(row => row.EmployeeId).ToListAsync(cancellationToken);
        foreach (var batch in people.Chunk(BatchSize))
        {
            await db.PlanPeople.Where(row => row.RunId == plan && batch.Contains(row.EmployeeId)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}

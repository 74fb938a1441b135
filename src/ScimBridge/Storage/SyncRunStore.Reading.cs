using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What can be asked of runs.</summary>
internal sealed partial class SyncRunStore
{
    /// <summary>The run of this directory, or null.</summary>
    public async Task<SyncRunRecord?> FindAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.AsNoTracking()
            .SingleOrDefaultAsync(run => run.DirectoryId == directory.Value && run.Id == runId, cancellationToken);
    }

    /// <summary>The directory's newest run, or null.</summary>
    public async Task<SyncRunRecord?> NewestAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.AsNoTracking().Where(run => run.DirectoryId == directory.Value && run.State != SyncRunState.Queued)
            .OrderByDescending(run => run.RequestedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The directory's runs, the newest first, at most <paramref name="most"/> of them; those before <paramref name="before"/> if that is given.</summary>
    public async Task<IReadOnlyList<SyncRunRecord>> ListAsync(
        DirectoryId directory, SyncRunRecord? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.SyncRuns.AsNoTracking().Where(run => run.DirectoryId == directory.Value);
        if (before is { RequestedAt: var at, Id: var id })
        {
            runs = runs.Where(run => run.RequestedAt < at || (run.RequestedAt == at && run.Id.CompareTo(id) < 0));
        }

        return await runs
            .OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The last run that ended, or null.</summary>
    public async Task<SyncRunRecord?> LastFinishedAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.AsNoTracking().Where(run => run.DirectoryId == directory.Value && run.State == SyncRunState.Finished)
            .OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many lines the ledger of a run has.</summary>
    public async Task<int> CountIssuesAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncIssues.CountAsync(
            issue => issue.RunId == runId && db.SyncRuns.Any(run => run.Id == runId && run.DirectoryId == directory.Value), cancellationToken);
    }

    /// <summary>The ledger of a run, in the order in which it was written, at most <paramref name="most"/> lines.</summary>
    public async Task<IReadOnlyList<SyncIssueRecord>> IssuesAsync(
        DirectoryId directory, Guid runId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from issue in db.SyncIssues.AsNoTracking()
                      join run in db.SyncRuns on issue.RunId equals run.Id
                      where run.Id == runId && run.DirectoryId == directory.Value
                      orderby issue.Id
                      select issue).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>How many people the directory's runs since <paramref name="moment"/> deactivated or deleted.</summary>
    public async Task<int> RemovedSinceAsync(DirectoryId directory, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns
            .Where(run => run.DirectoryId == directory.Value && run.FinishedAt > moment && run.Kind != SyncKind.DryRun
                && (run.Outcome == SyncOutcome.Succeeded || run.Outcome == SyncOutcome.SucceededWithIssues))
            .SumAsync(run => run.Deactivated + run.Deleted, cancellationToken);
    }
}

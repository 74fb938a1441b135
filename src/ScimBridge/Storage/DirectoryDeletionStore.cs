using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Directories that are being deleted: said at once, undone for a while, and then for good.</summary>
internal sealed class DirectoryDeletionStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>Says that the directory is being deleted, if nobody has changed it since <paramref name="revision"/>.</summary>
    public async Task<bool> BeginAsync(DirectoryId directory, int revision, DateTimeOffset deleteAfter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await Of(db, directory).Where(record => record.Revision == revision && record.DeletingSince == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.DeletingSince, now)
                .SetProperty(record => record.DeleteAfter, deleteAfter)
                .SetProperty(record => record.Revision, revision + 1),
            cancellationToken) == 1;
    }

    /// <summary>Takes back that the directory is being deleted.</summary>
    /// <returns>False when it is not being deleted, or its removal is due or under way.</returns>
    public async Task<bool> RestoreAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await Of(db, directory).Where(record => record.DeletingSince != null && record.DeleteAfter > now).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.DeletingSince, (DateTimeOffset?)null)
                .SetProperty(record => record.DeleteAfter, (DateTimeOffset?)null)
                .SetProperty(record => record.Revision, record => record.Revision + 1),
            cancellationToken) == 1;
    }

    /// <summary>The directories whose removal is due.</summary>
    public async Task<IReadOnlyList<DirectoryRecord>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await db.Directories.AsNoTracking()
            .Where(record => record.DeletingSince != null && record.DeleteAfter <= now).OrderBy(record => record.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes the lease of a directory whose removal is due, for the removal. From then on nothing brings the directory back.</summary>
    /// <returns>False when a run, or another removal, still holds the lease.</returns>
    public async Task<bool> TakeAsync(DirectoryId directory, Guid owner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await Of(db, directory)
            .Where(record => record.DeletingSince != null && record.DeleteAfter <= now && (record.LeaseOwner == null || record.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(record => record.LeaseOwner, owner)
                    .SetProperty(record => record.LeaseUntil, now + SyncRunStore.LeaseDuration)
                    .SetProperty(record => record.DeleteAfter, DateTimeOffset.UnixEpoch),
                cancellationToken) == 1;
    }

    /// <summary>The runs of the directory that wait or run.</summary>
    public async Task<IReadOnlyList<Guid>> UnfinishedRunsAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.Where(run => run.DirectoryId == directory.Value && run.State != SyncRunState.Finished)
            .Select(run => run.Id).ToListAsync(cancellationToken);
    }

    private static IQueryable<DirectoryRecord> Of(ScimBridgeContext db, DirectoryId directory) =>
        db.Directories.Where(record => record.Id == directory.Value);
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Removes the versions of a directory that are older than its history is kept.</summary>
/// <remarks>
/// Needs no lease and blocks no sync: a run writes open rows and rows closed above the published version, and what goes was closed
/// at or before a version that is published. The versions go first, so that nobody can begin to read what is about to go.
/// </remarks>
internal sealed class HistoryPurge(IDbContextFactory<ScimBridgeContext> contexts)
{
    private const int BatchSize = 1000;

    /// <summary>Removes what no version needs that was in force at <paramref name="keepFrom"/> or later.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> PurgeAsync(DirectoryId directory, DateTimeOffset keepFrom, CancellationToken cancellationToken)
    {
        if (await MoveOldestAsync(directory, keepFrom, cancellationToken) is not { } oldest)
        {
            return 0;
        }

        return await PurgeAsync<UserRecord>(directory, oldest, cancellationToken)
            + await PurgeAsync<UserEmailRecord>(directory, oldest, cancellationToken)
            + await PurgeAsync<GroupRecord>(directory, oldest, cancellationToken)
            + await PurgeAsync<MembershipRecord>(directory, oldest, cancellationToken)
            + await PurgeAsync<PageAnchorRecord>(directory, oldest, cancellationToken);
    }

    /// <summary>Gives up the versions that are too old.</summary>
    /// <returns>The oldest version kept; null when nothing may go.</returns>
    private async Task<int?> MoveOldestAsync(DirectoryId directory, DateTimeOffset keepFrom, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // A rollback reads an old version in full, and none may be cut down under its eyes.
        if (await db.SyncRuns.AnyAsync(
            run => run.DirectoryId == directory.Value && run.Kind == SyncKind.Rollback && run.State != SyncRunState.Finished, cancellationToken))
        {
            return null;
        }

        // The newest version that was in force at the moment, or the first after it; never one that is not published yet.
        var versions = db.DirectoryVersions.Where(version => version.DirectoryId == directory.Value
            && db.Directories.Any(record => record.Id == directory.Value && record.Version >= version.Version));
        if (await versions.Where(version => version.At <= keepFrom).MaxAsync(version => (int?)version.Version, cancellationToken) is not { } oldest)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Directories.Where(record => record.Id == directory.Value && record.OldestVersion < oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.OldestVersion, oldest), cancellationToken);
        await db.DirectoryVersions.Where(version => version.DirectoryId == directory.Value && version.Version < oldest)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return oldest;
    }

    private async Task<int> PurgeAsync<T>(DirectoryId directory, int oldest, CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        Expression<Func<T, bool>> gone = row => row.DirectoryId == directory.Value && row.ValidTo <= oldest;
        List<long> rowIds;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            rowIds = await db.Set<T>().Where(gone).Select(row => row.RowId).ToListAsync(cancellationToken);
        }

        var removed = 0;
        foreach (var batch in rowIds.Chunk(BatchSize))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            removed += await db.Set<T>().Where(gone).Where(row => batch.Contains(row.RowId)).ExecuteDeleteAsync(cancellationToken);
        }

        return removed;
    }
}

using Microsoft.EntityFrameworkCore;

namespace ScimBridge.Storage;

/// <summary>Removes everything of a directory, in short batches, so that nobody waits for it. Cut short, it goes on where it stopped.</summary>
internal sealed class DirectoryPurge(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    private const int BatchSize = 1000;

    private const string OfDirectory = "\"DirectoryId\" = {0}";
    private const string OfItsRuns = "\"RunId\" IN (SELECT \"Id\" FROM \"SyncRuns\" WHERE \"DirectoryId\" = {0})";

    /// <summary>Removes the directory and everything of it, and has it served no longer from the first moment on.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="mayGoOn">Asked before each batch; false stops the removal, for whoever goes on later.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether nothing of it is left.</returns>
    public async Task<bool> PurgeAsync(
        DirectoryId directory, Func<CancellationToken, Task<bool>> mayGoOn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        await db.Directories.Where(record => record.Id == directory.Value).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.DeletingSince, record => record.DeletingSince ?? now)
                .SetProperty(record => record.DeleteAfter, DateTimeOffset.UnixEpoch),
            cancellationToken);
        foreach (var (table, condition) in Tables(db))
        {
            if (!await PurgeAsync(db, table, condition, directory, mayGoOn, cancellationToken))
            {
                return false;
            }
        }

        await db.Directories.Where(record => record.Id == directory.Value).ExecuteDeleteAsync(cancellationToken);

        // What somebody wrote who had found the directory before it went, such as a check that an admin had asked for.
        foreach (var (table, condition) in Tables(db))
        {
            await PurgeAsync(db, table, condition, directory, _ => Task.FromResult(true), cancellationToken);
        }

        return true;
    }

    /// <summary>The tables with rows of directories, whichever the model has, those first whose rows are found by others.</summary>
    private static IEnumerable<(string Table, string Condition)> Tables(ScimBridgeContext db)
    {
        var entities = db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).ToList();
        var byRun = entities.Where(entity => entity.FindProperty("DirectoryId") is null && entity.FindProperty("RunId") is not null);
        var byDirectory = entities.Where(entity => entity.FindProperty("DirectoryId") is not null);
        return byRun.Select(entity => (entity.GetTableName()!, OfItsRuns)).Concat(byDirectory.Select(entity => (entity.GetTableName()!, OfDirectory)));
    }

    private static async Task<bool> PurgeAsync(
        ScimBridgeContext db, string table, string condition, DirectoryId directory, Func<CancellationToken, Task<bool>> mayGoOn, CancellationToken cancellationToken)
    {
        // Rows by where they lie, because keys are of many kinds; each database has its own word for that.
        var batch = db.Database.IsSqlite()
            ? $"DELETE FROM \"{table}\" WHERE rowid IN (SELECT rowid FROM \"{table}\" WHERE {condition} LIMIT {BatchSize})"
            : $"DELETE FROM \"{table}\" WHERE ctid = ANY (ARRAY(SELECT ctid FROM \"{table}\" WHERE {condition} LIMIT {BatchSize}))";
        do
        {
            if (!await mayGoOn(cancellationToken))
            {
                return false;
            }
        }
        while (await db.Database.ExecuteSqlRawAsync(batch, [directory.Value], cancellationToken) > 0);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The employees who changed, says the HR system, and have not been read since: one row each, however many notices came.</summary>
internal sealed class DirtyEmployeeStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Notes that an employee changed at <paramref name="at"/> and is to be read from <paramref name="dueAt"/> on.</summary>
    /// <remarks>
    /// The earlier due time of two notices counts, or somebody about whom notices keep coming would never be read; the later one's
    /// own change is seen to by <see cref="SettleAsync"/>. One statement, so that a burst of notices at once is safe.
    /// </remarks>
    public async Task MarkAsync(
        DirectoryId directory, string employeeId, DateTimeOffset at, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (id, changed, due) = (directory.Value, at.UtcTicks, dueAt.UtcTicks);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "DirtyEmployees" ("DirectoryId", "EmployeeId", "FirstAt", "LastAt", "DueAt")
            VALUES ({id}, {employeeId}, {changed}, {changed}, {due})
            ON CONFLICT ("DirectoryId", "EmployeeId") DO UPDATE SET
                "LastAt" = CASE WHEN excluded."LastAt" > "DirtyEmployees"."LastAt" THEN excluded."LastAt" ELSE "DirtyEmployees"."LastAt" END,
                "DueAt" = CASE WHEN excluded."DueAt" < "DirtyEmployees"."DueAt" THEN excluded."DueAt" ELSE "DirtyEmployees"."DueAt" END
            """,
            cancellationToken);
    }

    /// <summary>Those who are due, the longest due first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DirtyEmployeeRecord>> DueAsync(
        DirectoryId directory, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, directory).AsNoTracking().Where(row => row.DueAt <= now)
            .OrderBy(row => row.DueAt).ThenBy(row => row.EmployeeId).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>When the next one is due, or was; null when nobody is waited for.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, directory).OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The directories that have somebody due.</summary>
    public async Task<IReadOnlyList<DirectoryId>> DirectoriesDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await db.DirtyEmployees.Where(row => row.DueAt <= now).Select(row => row.DirectoryId).Distinct().ToListAsync(cancellationToken);
        return [.. ids.Select(id => new DirectoryId(id))];
    }

    /// <summary>Forgets those who were read: all of <paramref name="taken"/> whose newest notice a read that began then shows.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="taken">The rows as they were when the read began.</param>
    /// <param name="shownUpTo">The newest moment whose changes the read shows for certain.</param>
    /// <param name="lag">How long after a notice a read may show what was before; whoever had a newer notice is due that long after it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task SettleAsync(
        DirectoryId directory, IReadOnlyCollection<DirtyEmployeeRecord> taken, DateTimeOffset shownUpTo, TimeSpan lag, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var row in taken)
        {
            var same = Of(db, directory).Where(found => found.EmployeeId == row.EmployeeId);
            await same.Where(found => found.LastAt <= shownUpTo).ExecuteDeleteAsync(cancellationToken);
            if (await same.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } newer)
            {
                await same.Where(found => found.LastAt == newer.LastAt).ExecuteUpdateAsync(
                    set => set.SetProperty(found => found.FirstAt, newer.LastAt).SetProperty(found => found.DueAt, newer.LastAt + lag),
                    cancellationToken);
            }
        }
    }

    /// <summary>Forgets everybody whose newest notice is not after <paramref name="shownUpTo"/>, because a read of all showed them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ClearAsync(DirectoryId directory, DateTimeOffset shownUpTo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, directory).Where(row => row.LastAt <= shownUpTo).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Puts off those who are due, because reading failed.</summary>
    public async Task PutOffAsync(DirectoryId directory, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Of(db, directory).Where(row => row.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancellationToken);
    }

    /// <summary>How many are waited for.</summary>
    public async Task<int> CountAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, directory).CountAsync(cancellationToken);
    }

    private static IQueryable<DirtyEmployeeRecord> Of(ScimBridgeContext db, DirectoryId directory) =>
        db.DirtyEmployees.Where(row => row.DirectoryId == directory.Value);
}

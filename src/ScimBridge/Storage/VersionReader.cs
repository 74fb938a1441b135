using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Reads what differs between an earlier version of a directory and the published one.</summary>
internal sealed class VersionReader(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>A version; null for one that never was or is kept no longer.</summary>
    public async Task<DirectoryVersionRecord?> FindAsync(DirectoryId directory, int version, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryVersions.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.Version == version)
            .Where(row => db.Directories.Any(found => found.Id == directory.Value && found.OldestVersion <= version))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The directory's versions, the newest first, below <paramref name="below"/>.</summary>
    public async Task<IReadOnlyList<DirectoryVersionRecord>> ListAsync(
        DirectoryId directory, int below, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryVersions.AsNoTracking().Where(row => row.DirectoryId == directory.Value && row.Version < below)
            .OrderByDescending(row => row.Version).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The rows that held at a version and hold no more.</summary>
    public async Task<IReadOnlyList<T>> EndedSinceAsync<T>(DirectoryId directory, int version, CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<T>().AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.ValidFrom <= version && row.ValidTo > version && row.ValidTo != Versions.Open)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The rows that hold now and did not at a version.</summary>
    public async Task<IReadOnlyList<T>> BegunSinceAsync<T>(DirectoryId directory, int version, CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<T>().AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.ValidFrom > version && row.ValidTo == Versions.Open)
            .ToListAsync(cancellationToken);
    }

    /// <summary>All rows of a user that are kept, the newest first.</summary>
    public async Task<IReadOnlyList<UserRecord>> HistoryAsync(DirectoryId directory, string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.Id == userId)
            .Where(row => db.Directories.Any(found => found.Id == directory.Value && row.ValidFrom <= found.Version))
            .OrderByDescending(row => row.ValidFrom).ToListAsync(cancellationToken);
    }

    /// <summary>Versions by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, DirectoryVersionRecord>> ByNumberAsync(
        DirectoryId directory, IReadOnlyCollection<int> versions, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryVersions.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && versions.Contains(row.Version))
            .ToDictionaryAsync(row => row.Version, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Setup links. Only hashes are kept of what opens them.</summary>
internal sealed class SetupLinkStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>How often credentials may be entered by one link.</summary>
    public const int MostAttempts = 20;

    /// <summary>The most links of a directory that are open at a time.</summary>
    public const int MostOpen = 20;

    private const int MostShown = 200;

    /// <summary>Adds a link.</summary>
    /// <returns>The link; null when the directory has as many open ones as there may be.</returns>
    public async Task<SetupLinkRecord?> AddAsync(
        DirectoryId directory, byte[] hash, string by, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await Open(db, now).CountAsync(link => link.DirectoryId == directory.Value, cancellationToken) >= MostOpen)
        {
            return null;
        }

        var link = db.SetupLinks.Add(new SetupLinkRecord
        {
            Id = Guid.CreateVersion7(now),
            DirectoryId = directory.Value,
            Hash = hash,
            CreatedAt = now,
            CreatedBy = by,
            ExpiresAt = expiresAt,
        }).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return link;
    }

    /// <summary>The directory's links, the newest first.</summary>
    public async Task<IReadOnlyList<SetupLinkRecord>> ListAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SetupLinks.AsNoTracking().Where(link => link.DirectoryId == directory.Value)
            .OrderByDescending(link => link.CreatedAt).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>The link with this hash, open or not, or null.</summary>
    public async Task<SetupLinkRecord?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SetupLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, cancellationToken);
    }

    /// <summary>Ends one of the directory's links.</summary>
    /// <returns>Whether there is such a link; false too for one that had ended before.</returns>
    public async Task<(bool Found, bool Ended)> EndAsync(DirectoryId directory, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var own = db.SetupLinks.Where(link => link.DirectoryId == directory.Value && link.Id == id);
        var ended = await own.Where(link => link.EndedAt == null && link.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, now), cancellationToken) == 1;
        return (ended || await own.AnyAsync(cancellationToken), ended);
    }

    /// <summary>Counts an attempt, before it is made.</summary>
    /// <returns>False when the link is open no longer.</returns>
    public async Task<bool> CountAttemptAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db, time.GetUtcNow()).Where(link => link.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.Attempts, link => link.Attempts + 1), cancellationToken) == 1;
    }

    /// <summary>Uses the link up, if it is open still.</summary>
    /// <remarks>The attempt was counted before, so that the last one allowed may succeed.</remarks>
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> UseAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await db.SetupLinks.Where(link => link.Id == id && link.UsedAt == null && link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancellationToken) == 1;
    }

    private static IQueryable<SetupLinkRecord> Open(ScimBridgeContext db, DateTimeOffset now) => db.SetupLinks
        .Where(link => link.UsedAt == null && link.EndedAt == null && link.ExpiresAt > now && link.Attempts < MostAttempts);
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The keys of the admin API that people make and revoke.</summary>
internal sealed class ApiKeyStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The most keys that open the API at a time.</summary>
    public const int MostLive = 100;

    /// <summary>The most keys that open it no longer and are shown all the same.</summary>
    private const int MostEnded = 200;

    /// <summary>The key of a hash if it opens anything now, else null.</summary>
    public async Task<ApiKeyRecord?> FindLiveAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Live(db.ApiKeys.AsNoTracking(), now).SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken);
    }

    /// <summary>The keys, the newest first; of those that open nothing any more only the newest.</summary>
    public async Task<IReadOnlyList<ApiKeyRecord>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await Live(db.ApiKeys.AsNoTracking(), now).ToListAsync(cancellationToken);
        var ended = await db.ApiKeys.AsNoTracking().Where(key => key.RevokedAt != null || key.ExpiresAt <= now)
            .OrderByDescending(key => key.CreatedAt).Take(MostEnded).ToListAsync(cancellationToken);
        return [.. live.Concat(ended).OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id)];
    }

    /// <summary>Whether a key holds the name.</summary>
    public async Task<bool> HasNameAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var nameKey = ComparisonKey.Of(name);
        return await db.ApiKeys.AnyAsync(key => key.HeldNameKey == nameKey, cancellationToken);
    }

    /// <summary>Adds a key.</summary>
    /// <returns>Null, or why there is none.</returns>
    /// <exception cref="DbUpdateException">Another request takes the name at this moment.</exception>
    public async Task<ApiKeyRefusal?> AddAsync(ApiKeyRecord key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.ApiKeys.Where(old => old.HeldNameKey == key.HeldNameKey && old.ExpiresAt <= key.CreatedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(old => old.HeldNameKey, (string?)null), cancellationToken);
        if (await db.ApiKeys.AnyAsync(other => other.HeldNameKey == key.HeldNameKey, cancellationToken))
        {
            return ApiKeyRefusal.NameTaken;
        }

        if (await Live(db.ApiKeys, key.CreatedAt).CountAsync(cancellationToken) >= MostLive)
        {
            return ApiKeyRefusal.TooMany;
        }

        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Has a key open nothing any more; one that is revoked already stays as it is.</summary>
    /// <returns>The key and whether this call revoked it, or null when there is no such key.</returns>
    public async Task<(ApiKeyRecord Key, bool Revoked)?> RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ApiKeys.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } key)
        {
            return null;
        }

        if (key.RevokedAt is not null)
        {
            return (key, false);
        }

        (key.RevokedAt, key.HeldNameKey) = (now, null);
        await db.SaveChangesAsync(cancellationToken);
        return (key, true);
    }

    /// <summary>Notes that a key is being used.</summary>
    public async Task NoteUseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ApiKeys.Where(key => key.Id == id && (key.LastUsedAt == null || key.LastUsedAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, now), cancellationToken);
    }

    private static IQueryable<ApiKeyRecord> Live(IQueryable<ApiKeyRecord> keys, DateTimeOffset now) =>
        keys.Where(key => key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now));
}

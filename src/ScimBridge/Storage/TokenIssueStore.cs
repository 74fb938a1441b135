using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The tokens that people make, replace and revoke.</summary>
internal sealed class TokenIssueStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>The most tokens of a directory that open it at a time.</summary>
    public const int MostLive = 50;

    /// <summary>The most tokens that open it no longer and are shown all the same.</summary>
    private const int MostEnded = 200;

    /// <summary>The directory's tokens, the newest first; of those that open it no longer only the newest.</summary>
    public async Task<IReadOnlyList<ScimTokenRecord>> ListAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var all = db.ScimTokens.AsNoTracking().Where(token => token.DirectoryId == directory.Value);
        var live = await Live(all, now).ToListAsync(cancellationToken);
        var ended = await all.Where(token => token.RevokedAt != null || token.ExpiresAt <= now)
            .OrderByDescending(token => token.CreatedAt).Take(MostEnded).ToListAsync(cancellationToken);
        return [.. live.Concat(ended).OrderByDescending(token => token.CreatedAt).ThenByDescending(token => token.Id)];
    }

    /// <summary>One of the directory's tokens, or null.</summary>
    public async Task<ScimTokenRecord?> FindAsync(DirectoryId directory, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScimTokens.AsNoTracking()
            .SingleOrDefaultAsync(token => token.DirectoryId == directory.Value && token.Id == id, cancellationToken);
    }

    /// <summary>Adds a token.</summary>
    /// <returns>The token, or why there is none.</returns>
    public async Task<(ScimTokenRecord? Token, TokenRefusal? Refusal)> MakeAsync(
        DirectoryId directory, TokenWish wish, TokenPrint print, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(db, directory, cancellationToken);
        var now = time.GetUtcNow();
        var tokens = db.ScimTokens.Where(token => token.DirectoryId == directory.Value);
        var key = ComparisonKey.Of(wish.Name);
        await tokens.Where(token => token.HeldNameKey == key && token.ExpiresAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.HeldNameKey, (string?)null), cancellationToken);
        if (await tokens.AnyAsync(token => token.HeldNameKey == key, cancellationToken))
        {
            return (null, TokenRefusal.NameTaken);
        }

        if (await Live(tokens, now).CountAsync(cancellationToken) >= MostLive)
        {
            return (null, TokenRefusal.TooMany);
        }

        var token = db.ScimTokens.Add(New(directory, wish, print, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (token, null);
    }

    /// <summary>Adds a token in another one's place, which opens the directory for <paramref name="overlap"/> longer, or for as long as it would have if that is less.</summary>
    /// <remarks>The new one lives for as long as the old one did at first.</remarks>
    /// <returns>The new and the old one, or why there is no new one.</returns>
    public async Task<(ScimTokenRecord? Token, ScimTokenRecord? Replaced, TokenRefusal? Refusal)> RotateAsync(
        DirectoryId directory, Guid id, TokenPrint print, TimeSpan overlap, string by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(db, directory, cancellationToken);
        var now = time.GetUtcNow();
        var tokens = db.ScimTokens.Where(token => token.DirectoryId == directory.Value);
        var old = await tokens.SingleOrDefaultAsync(token => token.Id == id, cancellationToken);
        if (old is null || Objection(old, now) is not null)
        {
            return (null, null, old is null ? TokenRefusal.NoSuchToken : Objection(old, now));
        }

        if (overlap > TimeSpan.Zero && await Live(tokens, now).CountAsync(cancellationToken) >= MostLive)
        {
            return (null, null, TokenRefusal.TooMany);
        }

        var wish = new TokenWish(old.Name, old.Scopes, old.Restriction, now + (old.ExpiresAt - old.CreatedAt), by);
        old.ExpiresAt = old.ExpiresAt < now + overlap ? old.ExpiresAt : now + overlap;
        old.HeldNameKey = null;

        // Saved first, because the index would refuse two that hold the name.
        await db.SaveChangesAsync(cancellationToken);
        var token = db.ScimTokens.Add(New(directory, wish, print, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (token, old, null);
    }

    /// <summary>Has a token open nothing any more; one that is revoked already stays as it is.</summary>
    /// <returns>The token if this call revoked it, or why it is not revoked.</returns>
    public async Task<(ScimTokenRecord? Revoked, TokenRefusal? Refusal)> RevokeAsync(DirectoryId directory, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var token = await db.ScimTokens.SingleOrDefaultAsync(row => row.DirectoryId == directory.Value && row.Id == id, cancellationToken);
        if (token is not { Origin: ScimTokenOrigin.Generated })
        {
            return (null, token is null ? TokenRefusal.NoSuchToken : TokenRefusal.NotGenerated);
        }

        if (token.RevokedAt is not null)
        {
            return (null, null);
        }

        token.RevokedAt = time.GetUtcNow();
        token.HeldNameKey = null;
        await db.SaveChangesAsync(cancellationToken);
        return (token, null);
    }

    private static TokenRefusal? Objection(ScimTokenRecord token, DateTimeOffset now) => token switch
    {
        { Origin: not ScimTokenOrigin.Generated } => TokenRefusal.NotGenerated,
        _ when token.RevokedAt is not null || token.ExpiresAt <= now => TokenRefusal.NotLive,
        { HeldNameKey: null } => TokenRefusal.Replaced,
        _ => null,
    };

    private static IQueryable<ScimTokenRecord> Live(IQueryable<ScimTokenRecord> tokens, DateTimeOffset now) =>
        tokens.Where(token => token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now));

    /// <summary>Has whoever else changes the directory's tokens wait for the transaction's end; writing a row as it was locks it on every database.</summary>
    private static async Task LockAsync(ScimBridgeContext db, DirectoryId directory, CancellationToken cancellationToken) =>
        await db.Directories.Where(row => row.Id == directory.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Key, row => row.Key), cancellationToken);

    private static ScimTokenRecord New(DirectoryId directory, TokenWish wish, TokenPrint print, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DirectoryId = directory.Value,
        Name = wish.Name,
        HeldNameKey = ComparisonKey.Of(wish.Name),
        Origin = ScimTokenOrigin.Generated,
        Scopes = wish.Scopes,
        Restriction = wish.Restriction,
        Hash = print.Hash,
        Hint = print.Hint,
        CreatedAt = now,
        CreatedBy = wish.CreatedBy,
        ExpiresAt = wish.ExpiresAt,
    };
}

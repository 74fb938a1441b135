using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The hashes of SCIM clients' bearer tokens.</summary>
internal sealed class ScimTokenStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>Whether the directory has a token that is not revoked.</summary>
    public async Task<bool> AnyAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScimTokens.AnyAsync(
            token => token.DirectoryId == directory.Value && token.RevokedAt == null, cancellationToken);
    }

    /// <summary>Adds a token by its hash.</summary>
    public async Task AddAsync(
        DirectoryId directory, string name, ScimTokenOrigin origin, byte[] hash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ScimTokens.Add(new ScimTokenRecord
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectoryId = directory.Value,
            Name = name,
            Origin = origin,
            Hash = hash,
            CreatedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the directory's live tokens of <paramref name="origin"/> be those with <paramref name="hashes"/>: adds what is
    /// new, revokes what is no longer among them, and lets one that came back hold again.
    /// </summary>
    /// <exception cref="InvalidOperationException">A token belongs to another directory, which would make it ambiguous.</exception>
    public async Task ReplaceAsync(
        DirectoryId directory, ScimTokenOrigin origin, IReadOnlyList<byte[]> hashes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var tokens = await db.ScimTokens
            .Where(token => token.DirectoryId == directory.Value && token.Origin == origin).ToListAsync(cancellationToken);
        foreach (var token in tokens)
        {
            var wanted = hashes.Any(hash => hash.AsSpan().SequenceEqual(token.Hash));
            token.RevokedAt = wanted ? null : token.RevokedAt ?? now;
        }

        foreach (var (hash, index) in hashes.Select((hash, index) => (hash, index)))
        {
            if (tokens.Exists(token => token.Hash.AsSpan().SequenceEqual(hash)))
            {
                continue;
            }

            var token = await db.ScimTokens.SingleOrDefaultAsync(known => known.Hash == hash, cancellationToken);
            if (token is null)
            {
                token = new ScimTokenRecord { Id = Guid.CreateVersion7(now), Name = string.Empty, Hash = hash, CreatedAt = now };
                db.ScimTokens.Add(token);
            }
            else if (!MayMove(token, directory, origin))
            {
                throw new InvalidOperationException("A SCIM token belongs to more than one directory; each directory needs tokens of its own.");
            }

            token.DirectoryId = directory.Value;
            token.Name = $"{origin} {index + 1}";
            token.Origin = origin;
            token.RevokedAt = null;
            tokens.Add(token);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether a known token may become one of this directory: the settings may move theirs, as when a directory's key is changed.</summary>
    private static bool MayMove(ScimTokenRecord token, DirectoryId directory, ScimTokenOrigin origin) =>
        token.RevokedAt is not null
        || token.DirectoryId == directory.Value
        || (token.Origin is ScimTokenOrigin.Configured && origin is ScimTokenOrigin.Configured);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The hashes of SCIM clients' bearer tokens, as the settings and the server's start have them.</summary>
/// <remarks>Those that people make are the <see cref="TokenIssueStore"/>'s.</remarks>
internal sealed class ScimTokenStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>Who made the tokens that the settings hold.</summary>
    public const string Settings = "settings";

    /// <summary>Who made the tokens that the server made by itself.</summary>
    public const string Server = "system";

    /// <summary>Whether the directory has a token that is not revoked.</summary>
    /// <remarks>One that has expired counts: that it ends was somebody's will, which one made in its place would go against.</remarks>
    public async Task<bool> AnyAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScimTokens.AnyAsync(
            token => token.DirectoryId == directory.Value && token.RevokedAt == null, cancellationToken);
    }

    /// <summary>Adds a token that may read everything, by what is kept of it; a name that is taken gets a number.</summary>
    public async Task AddAsync(
        DirectoryId directory, string name, ScimTokenOrigin origin, TokenPrint print, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var token = new ScimTokenRecord
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectoryId = directory.Value,
            Name = name,
            Origin = origin,
            Scopes = ScimTokenScopes.All,
            Hash = print.Hash,
            Hint = print.Hint,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = Server,
        };
        Name(token, Numbered(name, from: 2).Prepend(name), await HeldNamesAsync(db, directory, cancellationToken));
        db.ScimTokens.Add(token);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the directory's live tokens of <paramref name="origin"/> be <paramref name="prints"/>: adds what is new, revokes what is
    /// no longer among them, and lets one that came back hold again.
    /// </summary>
    /// <exception cref="InvalidOperationException">A token belongs to another directory, which would make it ambiguous.</exception>
    public async Task ReplaceAsync(
        DirectoryId directory, ScimTokenOrigin origin, IReadOnlyList<TokenPrint> prints, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var tokens = await db.ScimTokens
            .Where(token => token.DirectoryId == directory.Value && token.Origin == origin).ToListAsync(cancellationToken);
        foreach (var token in tokens.Where(token => !prints.Any(print => IsOf(token, print))))
        {
            token.RevokedAt ??= now;
            token.HeldNameKey = null;
        }

        // A name that is given up here is not given anew in the same go, so that it does not matter which row is written first.
        var held = await HeldNamesAsync(db, directory, cancellationToken);
        foreach (var print in prints)
        {
            var token = tokens.Find(known => IsOf(known, print));
            if (token is { RevokedAt: null, HeldNameKey: not null })
            {
                continue;
            }

            token ??= await FindAsync(db, print, directory, origin, cancellationToken) ?? db.ScimTokens.Add(New(print, origin, now)).Entity;
            token.DirectoryId = directory.Value;
            token.Origin = origin;
            token.Scopes = ScimTokenScopes.All;
            token.Restriction = null;
            token.Hint = print.Hint;
            token.ExpiresAt = null;
            token.RevokedAt = null;
            Name(token, Numbered(origin.ToString(), from: 1), held);
            tokens.Add(token);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes when tokens were last used.</summary>
    public async Task NoteUsesAsync(IReadOnlyCollection<TokenUse> uses, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Always in the same order, so that two servers never wait for each other.
        foreach (var use in uses.OrderBy(use => use.TokenId))
        {
            await db.ScimTokens
                .Where(token => token.Id == use.TokenId && (token.LastUsedAt == null || token.LastUsedAt < use.At))
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, use.At), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static ScimTokenRecord New(TokenPrint print, ScimTokenOrigin origin, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = string.Empty,
        Hash = print.Hash,
        Hint = print.Hint,
        CreatedAt = now,
        CreatedBy = origin is ScimTokenOrigin.Configured ? Settings : Server,
    };

    /// <summary>The token of another origin, or another directory, that is to be one of this directory's; null when nobody has it.</summary>
    private static async Task<ScimTokenRecord?> FindAsync(
        ScimBridgeContext db, TokenPrint print, DirectoryId directory, ScimTokenOrigin origin, CancellationToken cancellationToken)
    {
        var token = await db.ScimTokens.SingleOrDefaultAsync(known => known.Hash == print.Hash, cancellationToken);
        return token is null || MayMove(token, directory, origin)
            ? token
            : throw new InvalidOperationException("A SCIM token belongs to more than one directory; each directory needs tokens of its own.");
    }

    /// <summary>Whether a known token may become one of this directory: the settings may move theirs, as when a directory's key is changed.</summary>
    private static bool MayMove(ScimTokenRecord token, DirectoryId directory, ScimTokenOrigin origin) =>
        token.RevokedAt is not null
        || token.DirectoryId == directory.Value
        || (token.Origin is ScimTokenOrigin.Configured && origin is ScimTokenOrigin.Configured);

    private static bool IsOf(ScimTokenRecord token, TokenPrint print) => token.Hash.AsSpan().SequenceEqual(print.Hash);

    private static async Task<HashSet<string>> HeldNamesAsync(ScimBridgeContext db, DirectoryId directory, CancellationToken cancellationToken) =>
        await db.ScimTokens
            .Where(token => token.DirectoryId == directory.Value && token.HeldNameKey != null)
            .Select(token => token.HeldNameKey!).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    /// <summary>Gives the token the first name that no other one holds.</summary>
    private static void Name(ScimTokenRecord token, IEnumerable<string> names, HashSet<string> held)
    {
        token.Name = names.First(name => held.Add(ComparisonKey.Of(name)));
        token.HeldNameKey = ComparisonKey.Of(token.Name);
    }

    private static IEnumerable<string> Numbered(string stem, int from) =>
        Enumerable.Range(from, int.MaxValue - from).Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem} {number}"));
}

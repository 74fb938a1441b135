using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Reading;

/// <summary>Finds which version of which directory a caller reads. One indexed read, since every request of a client begins with it.</summary>
/// <remarks>
/// Where only this process writes, the answer is kept until the next write, and for a second at most should another process have
/// the file open after all.
/// </remarks>
internal sealed class BearerStore(IReadSessions sessions, TokenUses uses, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Digest, KnownBearer> known = new();

    private const string Hash = "@hash";

    private const string Key = "@key";

    private const string Published = "d.\"Id\", d.\"Version\", v.\"At\", v.\"Users\", v.\"Groups\", v.\"CustomAttributes\"";
    private const string JoinPublished = "LEFT JOIN \"DirectoryVersions\" AS v ON v.\"DirectoryId\" = d.\"Id\" AND v.\"Version\" = d.\"Version\"";

    private const string OfToken =
        $"SELECT {Published}, k.\"Hash\", k.\"Id\", d.\"Key\", k.\"Scopes\", k.\"ExpiresAt\", k.\"Restriction\" FROM \"ScimTokens\" AS k JOIN \"Directories\" AS d ON d.\"Id\" = k.\"DirectoryId\" {JoinPublished} "
        + $"WHERE k.\"Hash\" = {Hash} AND k.\"RevokedAt\" IS NULL AND NOT d.\"Paused\"";

    private const string OfKey = $"SELECT {Published} FROM \"Directories\" AS d {JoinPublished} WHERE d.\"Key\" = {Key} AND NOT d.\"Paused\"";

    private const string OfNumber =
        "SELECT v.\"DirectoryId\", v.\"Version\", v.\"At\", v.\"Users\", v.\"Groups\", v.\"CustomAttributes\" FROM \"DirectoryVersions\" AS v "
        + $"WHERE v.\"DirectoryId\" = {QueryParameters.Directory} AND v.\"Version\" = {QueryParameters.Version}";

    /// <summary>The directory that a token with <paramref name="hash"/> opens, with its published version; null for a token that opens none.</summary>
    public async ValueTask<TokenBearer?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        // Counted before reading: a write in between makes what is read now old at once.
        var writes = sessions.Writes;
        var key = Digest.From(hash);
        if (known.TryGetValue(key, out var kept) && kept.Writes == writes && time.GetElapsedTime(kept.ReadAt) < KeptFor
            && CryptographicOperations.FixedTimeEquals(kept.Hash, hash))
        {
            return Admitted(kept.Bearer, kept.ExpiresAt);
        }

        var readAt = time.GetTimestamp();
        var (bearer, expiresAt) = await ReadAsync(hash, cancellationToken);
        if (bearer is null || writes is null)
        {
            known.TryRemove(key, out _);
        }
        else
        {
            known[key] = new KnownBearer(hash, bearer, expiresAt, writes.Value, readAt);
        }

        return bearer is null ? null : Admitted(bearer, expiresAt);
    }

    /// <summary>The bearer, noted as one that reads; null once the token has expired.</summary>
    private TokenBearer? Admitted(TokenBearer bearer, long? expiresAt)
    {
        if (expiresAt <= time.GetUtcNow().UtcTicks)
        {
            return null;
        }

        uses.Note(bearer.TokenId);
        return bearer;
    }

    private async Task<(TokenBearer? Bearer, long? ExpiresAt)> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var session = await sessions.OpenAsync(cancellationToken);
        var command = session.Command(OfToken);
        QueryParameters.Set(command, Hash, hash);
        return await session.QueryAsync(
            command,
            async (reader, token) => await reader.ReadAsync(token) && CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(6), hash)
                ? (Bearer(reader), reader.IsDBNull(10) ? null : reader.GetInt64(10))
                : ((TokenBearer?)null, (long?)null),
            cancellationToken);
    }

    /// <summary>The published version of the directory with <paramref name="key"/>; null when there is none, or it is paused.</summary>
    public Task<DirectoryVersion?> FindPublishedAsync(string key, CancellationToken cancellationToken) =>
        FindVersionAsync(OfKey, command => QueryParameters.Set(command, Key, key), cancellationToken);

    /// <summary>An older version of a directory, or null when it is there no longer.</summary>
    public Task<DirectoryVersion?> FindVersionAsync(DirectoryId directory, int number, CancellationToken cancellationToken) =>
        FindVersionAsync(
            OfNumber,
            command =>
            {
                QueryParameters.Set(command, QueryParameters.Directory, directory.Value);
                QueryParameters.Set(command, QueryParameters.Version, number);
            },
            cancellationToken);

    private async Task<DirectoryVersion?> FindVersionAsync(string sql, Action<DbCommand> bind, CancellationToken cancellationToken)
    {
        await using var session = await sessions.OpenAsync(cancellationToken);
        var command = session.Command(sql);
        bind(command);
        return await session.QueryAsync(
            command, async (reader, token) => await reader.ReadAsync(token) ? Version(reader) : null, cancellationToken);
    }

    private static TokenBearer Bearer(DbDataReader reader) =>
        new(reader.GetGuid(7), reader.GetString(8), Version(reader), (ScimTokenScopes)reader.GetInt32(9))
        {
            Restriction = reader.IsDBNull(11) ? null : reader.GetString(11),
        };

    // A directory that was never read has no version yet.
    private static DirectoryVersion Version(DbDataReader reader) => new(
        new DirectoryId(reader.GetInt32(0)),
        reader.GetInt32(1),
        reader.IsDBNull(2) ? 0 : reader.GetInt64(2),
        reader.IsDBNull(3) ? 0 : reader.GetInt32(3),
        reader.IsDBNull(4) ? 0 : reader.GetInt32(4),
        reader.IsDBNull(5) ? null : reader.GetString(5));

    private sealed record KnownBearer(byte[] Hash, TokenBearer Bearer, long? ExpiresAt, long Writes, long ReadAt);
}

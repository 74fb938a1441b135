using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Keeps SQLite connections open: opening one and preparing its statements costs more than most reads.</summary>
internal sealed class SqliteReadSessions(IOptions<StorageOptions> options) : IReadSessions, IDisposable
{
    private const string Pragmas = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;";

    /// <summary>How many connections wait to be used again; more are opened when needed, and closed afterwards.</summary>
    private const int MostKept = 32;

    private readonly string connectionString =
        new SqliteConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false }.ToString();

    private readonly ConcurrentBag<SqliteReadSession> idle = [];
    private volatile bool disposed;

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new SqliteDialect();

    /// <inheritdoc/>
    public async ValueTask<ReadSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (idle.TryTake(out var session))
        {
            return session;
        }

        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = Pragmas;
        await pragmas.ExecuteNonQueryAsync(cancellationToken);
        return new SqliteReadSession(connection, Return);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session))
        {
            session.Close();
        }
    }

    private void Return(SqliteReadSession session)
    {
        if (disposed || idle.Count >= MostKept)
        {
            session.Close();
            return;
        }

        idle.Add(session);
    }
}

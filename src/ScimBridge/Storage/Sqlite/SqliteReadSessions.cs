using Microsoft.Data.Sqlite;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Keeps SQLite connections open: opening one and preparing its statements costs more than most reads.</summary>
internal sealed class SqliteReadSessions(IOptions<StorageOptions> options, SqliteWrites writes) : IReadSessions, IDisposable
{
    private const string Pragmas = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;";

    /// <summary>How many connections wait to be used again; more are opened when needed, and closed afterwards.</summary>
    private const int MostKept = 32;

    private readonly ObjectPool<SqliteReadSession> pool =
        new DefaultObjectPoolProvider { MaximumRetained = MostKept }.Create(new Policy(
            new SqliteConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false }.ToString()));

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new SqliteDialect();

    /// <inheritdoc/>
    public long? Writes => writes.Count;

    /// <inheritdoc/>
    public ValueTask<ReadSession> OpenAsync(CancellationToken cancellationToken)
    {
        var session = pool.Get();
        session.Pool = pool;
        return ValueTask.FromResult<ReadSession>(session);
    }

    /// <inheritdoc/>
    public void Dispose() => (pool as IDisposable)?.Dispose();

    private sealed class Policy(string connectionString) : PooledObjectPolicy<SqliteReadSession>
    {
        public override SqliteReadSession Create()
        {
            var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = Pragmas;
            pragmas.ExecuteNonQuery();
            return new SqliteReadSession(connection);
        }

        public override bool Return(SqliteReadSession obj) => true;
    }
}

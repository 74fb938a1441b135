using Npgsql;

namespace ScimBridge.Tests.TestDatabases;

/// <summary>A database on the PostgreSQL server that <see cref="Databases.ServerVariable"/> names.</summary>
internal sealed class PostgresTestDatabase : TestDatabase
{
    private readonly NpgsqlConnectionStringBuilder settings;

    private PostgresTestDatabase(string server) => settings = new NpgsqlConnectionStringBuilder(server)
    {
        Database = $"scimbridge_test_{Guid.NewGuid():N}",

        // Tests run side by side, and the server has so many connections.
        MaxPoolSize = 20,
    };

    public override string Provider => Databases.Postgres;

    public override string ConnectionString => settings.ToString();

    /// <summary>Creates a database with the collation that production ones have, whatever the server's own.</summary>
    public static async Task<TestDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var server = Databases.Server ?? throw new InvalidOperationException(
            $"A test on PostgreSQL needs a server: run tests/run, or set {Databases.ServerVariable}.");
        var database = new PostgresTestDatabase(server);
        await database.ExecuteAsync(
            $"""CREATE DATABASE "{database.settings.Database}" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'""",
            cancellationToken);
        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        // By force, because the code under test may have pools with other connection strings than this one.
        await ExecuteAsync($"""DROP DATABASE IF EXISTS "{settings.Database}" WITH (FORCE)""", CancellationToken.None);
        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(settings.ToString()) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The only variable part is a database name made of a GUID.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

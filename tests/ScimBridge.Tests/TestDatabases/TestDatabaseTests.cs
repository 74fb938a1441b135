using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace ScimBridge.Tests.TestDatabases;

public sealed class TestDatabaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_test_has_an_empty_database_of_its_own(string provider)
    {
        await using var first = await TestDatabase.CreateAsync(provider, Ct);
        await using var second = await TestDatabase.CreateAsync(provider, Ct);

        foreach (var database in new[] { first, second })
        {
            Assert.Equal(provider, database.Provider);
            await ExecuteAsync(database, "CREATE TABLE t (id int)");
            Assert.Null(await ExecuteAsync(database, "SELECT id FROM t"));
            await ExecuteAsync(database, "INSERT INTO t VALUES (1)");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_database_goes_even_while_something_has_it_open(string provider)
    {
        string connectionString;
        await using (var database = await TestDatabase.CreateAsync(provider, Ct))
        {
            connectionString = database.ConnectionString;
            await using var open = Connection(provider, connectionString);
            await open.OpenAsync(Ct);
            await database.DisposeAsync();
        }

        if (provider == Databases.Sqlite)
        {
            Assert.False(File.Exists(new SqliteConnectionStringBuilder(connectionString).DataSource));
            return;
        }

        await using var late = Connection(provider, connectionString);
        var gone = await Assert.ThrowsAsync<PostgresException>(() => late.OpenAsync(Ct));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    [Theory, MemberData(nameof(Databases.PostgresOnly), MemberType = typeof(Databases))]
    public async Task PostgreSQL_sorts_as_production_ones_do(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);

        // By their bytes it would be the other way round.
        Assert.Equal(true, await ExecuteAsync(database, "SELECT 'a' < 'B'"));
    }

    [Fact]
    public void Without_a_server_a_test_on_PostgreSQL_is_skipped_with_the_reason_and_in_CI_it_is_not()
    {
        Assert.Contains(Databases.ServerVariable, Databases.ReasonToSkip(null, isCi: false), StringComparison.Ordinal);
        Assert.Null(Databases.ReasonToSkip(null, isCi: true));
        Assert.Null(Databases.ReasonToSkip("Host=127.0.0.1", isCi: false));
    }

    private static async Task<object?> ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = Connection(database.Provider, database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }

    private static DbConnection Connection(string provider, string connectionString) =>
        provider == Databases.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
}

namespace ScimBridge.Tests.TestDatabases;

/// <summary>An empty database of a test's own, gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary><see cref="Databases.Sqlite"/> or <see cref="Databases.Postgres"/>.</summary>
    public abstract string Provider { get; }

    /// <summary>The connection string, fit for the server's <c>Storage:ConnectionString</c>.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Makes an empty database.</summary>
    /// <param name="provider">One of the rows of <see cref="Databases.All"/>.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public static async Task<TestDatabase> CreateAsync(string provider, CancellationToken cancellationToken) => provider switch
    {
        Databases.Sqlite => new SqliteTestDatabase(),
        Databases.Postgres => await PostgresTestDatabase.CreateAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "There is no such database."),
    };

    /// <summary>Removes the database.</summary>
    public abstract ValueTask DisposeAsync();
}

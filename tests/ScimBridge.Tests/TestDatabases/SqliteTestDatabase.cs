using Microsoft.Data.Sqlite;

namespace ScimBridge.Tests.TestDatabases;

/// <summary>A SQLite file in a folder of its own, so that whatever SQLite puts beside it goes too.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scimbridge-test-");

    public override string Provider => Databases.Sqlite;

    public override string ConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "scimbridge.db") }.ToString();

    public override ValueTask DisposeAsync()
    {
        // The code under test may open the file with options of its own, each with a pool of its own; these are not told
        // apart here, and clearing all of them costs another test no more than a reopened file.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}

using Microsoft.Data.Sqlite;

namespace ScimBridge.Storage.Sqlite;

/// <summary>The file that SQLite keeps everything in.</summary>
internal static class SqliteFile
{
    /// <summary>Makes the file where there is none, readable by nobody else since it will hold people's data, and gives it a write-ahead log.</summary>
    public static async Task PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.Mode is not SqliteOpenMode.Memory && settings.DataSource is { Length: > 0 } file && !file.StartsWith(':') && !File.Exists(file))
        {
            Make(file);
        }

        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Make(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // SQLite gives the files it puts beside this one the same mode.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = new FileStream(file, options);
    }
}

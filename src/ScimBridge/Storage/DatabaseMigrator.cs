using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ScimBridge.Storage;

/// <summary>Brings the database to this version's model, at start and before anything else reads it.</summary>
internal sealed partial class DatabaseMigrator(IDbContextFactory<ScimBridgeContext> contexts, ILogger<DatabaseMigrator> logger)
{
    /// <summary>Applies what is missing, under EF Core's database-wide lock, so that servers started together don't collide.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            CreateFile(db.Database.GetConnectionString());
        }

        // SQLite's migration lock is a row that a killed process leaves behind, so it is only taken when there is work.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
            Migrated(pending.Count, pending[^1]);
        }
    }

    /// <summary>Makes the file, readable by nobody else, since it will hold people's data; SQLite gives its other files the same mode.</summary>
    private static void CreateFile(string? connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (file.Length == 0 || file.StartsWith(':') || File.Exists(file))
        {
            return;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = new FileStream(file, options);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Count} database migrations, the last one {Migration}")]
    private partial void Migrated(int count, string migration);
}

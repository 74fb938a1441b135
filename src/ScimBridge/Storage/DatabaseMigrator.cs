using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Sqlite;

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
            await SqliteFile.PrepareAsync(db.Database.GetConnectionString()!, cancellationToken);
        }

        // SQLite's migration lock is a row that a killed process leaves behind, so it is only taken when there is work.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
            Migrated(pending.Count, pending[^1]);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Count} database migrations, the last one {Migration}")]
    private partial void Migrated(int count, string migration);
}

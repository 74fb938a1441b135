using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Sets what every SQLite connection needs.</summary>
/// <remarks>
/// With a write-ahead log readers go on while a sync writes. LIKE, which EF Core makes of StartsWith and EndsWith, must tell
/// case apart as it does on PostgreSQL.
/// </remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA case_sensitive_like = ON; PRAGMA temp_store = MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

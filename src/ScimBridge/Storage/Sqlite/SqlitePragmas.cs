using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Sets what every SQLite connection needs.</summary>
/// <remarks>
/// LIKE, which EF Core makes of StartsWith and EndsWith, must tell case apart as it does on PostgreSQL. The write-ahead log,
/// with which readers go on while a sync writes, is a property of the file: <see cref="SqliteFile"/> sets it.
/// </remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA synchronous = NORMAL; PRAGMA case_sensitive_like = ON; PRAGMA temp_store = MEMORY;";

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

using Microsoft.EntityFrameworkCore;

namespace ScimBridge.Storage.Sqlite;

/// <summary>The store on SQLite.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : ScimBridgeContext(options)
{
    protected override string OrdinalCollation => "BINARY";
}

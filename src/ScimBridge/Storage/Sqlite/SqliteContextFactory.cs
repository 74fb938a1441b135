using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Lets the EF Core tools write migrations for SQLite.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
}

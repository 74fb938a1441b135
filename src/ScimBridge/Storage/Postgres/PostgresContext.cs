using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Postgres;

/// <summary>The store on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ScimBridgeContext(options)
{
    protected override string OrdinalCollation => "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // JSON in its binary form has no collation.
        modelBuilder.Entity<UserRecord>().Property(row => row.Search).HasColumnType("jsonb").Metadata.SetCollation(null);
        modelBuilder.Entity<GroupRecord>().Property(row => row.Search).HasColumnType("jsonb").Metadata.SetCollation(null);
    }
}

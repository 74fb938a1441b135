using Microsoft.EntityFrameworkCore;

namespace ScimBridge.Storage.Postgres;

/// <summary>The store on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ScimBridgeContext(options)
{
    protected override string OrdinalCollation => "C";
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScimBridge.Storage.Postgres;
using ScimBridge.Storage.Sqlite;

namespace ScimBridge.Storage;

/// <summary>Makes contexts of the configured database.</summary>
internal sealed class ScimBridgeContextFactory(IOptions<StorageOptions> options, IServiceProvider services)
    : IDbContextFactory<ScimBridgeContext>
{
    public ScimBridgeContext CreateDbContext() => options.Value.Provider is StorageOptions.Postgres
        ? services.GetRequiredService<IDbContextFactory<PostgresContext>>().CreateDbContext()
        : services.GetRequiredService<IDbContextFactory<SqliteContext>>().CreateDbContext();
}

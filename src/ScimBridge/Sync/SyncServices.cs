using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Registers syncing and its jobs.</summary>
internal static class SyncServices
{
    /// <summary>How many syncs one server runs at a time; one directory never delays another while there are fewer.</summary>
    private const int Workers = 8;

    /// <summary>Adds the sync, its schedule and Hangfire, which keeps its jobs in memory or, with PostgreSQL, in the database.</summary>
    public static IServiceCollection AddSync(this IServiceCollection services)
    {
        services.AddSingleton<SyncSource>();
        services.AddSingleton<SafetyGate>();
        services.AddSingleton<SyncStores>();
        services.AddSingleton<DirectorySync>();
        services.AddSingleton<SyncSchedule>();
        services.AddSingleton<SyncTriggers>();
        services.AddScoped<SyncJob>();
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (storage.Provider is StorageOptions.Postgres)
            {
                hangfire.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(storage.ConnectionString));
            }
            else
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });
            }
        });
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<SyncStartup>();
        return services;
    }
}

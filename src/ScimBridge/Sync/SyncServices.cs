using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Options;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Sync.Alerts;
using ScimBridge.Sync.Deletion;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Retention;
using ScimBridge.Sync.Reviewing;
using ScimBridge.Sync.Watch;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge.Sync;

/// <summary>Registers syncing and its jobs.</summary>
internal static class SyncServices
{
    /// <summary>How many syncs one server runs at a time; one directory never delays another while there are fewer.</summary>
    private const int Workers = 8;

    /// <summary>Adds the sync, its schedule and Hangfire, which keeps its jobs in memory or, with PostgreSQL, in the database.</summary>
    public static IServiceCollection AddSync(this IServiceCollection services)
    {
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.Section)
            .PostConfigure<IChangeNotices>((options, notices) => options.FreshnessLagSeconds ??= (int)Math.Ceiling(notices.FreshnessLag.TotalSeconds))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SyncSource>();
        services.AddSingleton<SafetyGate>();
        services.AddSingleton<SyncStores>();
        services.AddSingleton<DirectoryMappings>();
        services.AddSingleton<PlanMaker>();
        services.AddSingleton<PlanSettler>();
        services.AddSingleton<RollbackPlanner>();
        services.AddSingleton<FullSync>();
        services.AddSingleton<PeopleSync>();
        services.AddSingleton<RemapSync>();
        services.AddSingleton<ApprovalSync>();
        services.AddSingleton<RollbackSync>();
        services.AddSingleton<ErasureSync>();
        services.AddSingleton<SyncFlows>();
        services.AddSingleton<FieldCatalogue>();
        services.AddSingleton<RulesEditor>();
        services.AddSingleton<UserReviewer>();
        services.AddSingleton<DirectorySync>();
        services.AddSingleton<SyncSchedule>();
        services.AddSingleton<SyncTriggers>();
        services.AddSingleton<SyncStartupStores>();
        services.AddSingleton<PermissionCheck>();
        services.AddSingleton<DirtyPeople>();
        services.AddSingleton<SyncWatchStores>();
        services.AddSingleton<SyncWatch>();
        services.AddSingleton<DirectoryStateWatch>();
        services.AddScoped<SyncJob>();
        services.AddScoped<DirtyPeopleJob>();
        services.AddScoped<StatesJob>();
        services.AddScoped<CheckJob>();
        services.AddAlerts();
        services.AddRetention();
        services.AddDeletion();
        services.AddWebhooks();
        // Registered before Hangfire would fall back on its statics, which servers in one process would share.
        services.AddSingleton(Storage);
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<SyncStartup>();
        return services;
    }

    private static JobStorage Storage(IServiceProvider provider)
    {
        var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (storage.Provider is not StorageOptions.Postgres)
        {
            return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });
        }

        // Somebody who leaves is to be inactive within a minute, of which the usual 15 seconds would be too large a part.
        var options = new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(2) };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(storage.ConnectionString, options), options);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScimBridge.Storage.Postgres;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Sqlite;

namespace ScimBridge.Storage;

/// <summary>Registers the store.</summary>
internal static class StorageServices
{
    /// <summary>Adds the context of the configured database and the stores over it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddPooledDbContextFactory<SqliteContext>((provider, options) => options
            .UseSqlite(Options(provider).ConnectionString, sqlite => sqlite.CommandTimeout(60))
            .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<SqliteWrites>()));
        services.AddPooledDbContextFactory<PostgresContext>((provider, options) => options
            .UseNpgsql(Options(provider).ConnectionString, postgres => postgres.CommandTimeout(60))
            .AddInterceptors(new PostgresTransactions()));
        services.AddSingleton<IDbContextFactory<ScimBridgeContext>, ScimBridgeContextFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContext());
        services.AddSingleton<IBulkInsert>(provider =>
            Options(provider).Provider is StorageOptions.Postgres ? new PostgresBulkInsert() : new SqliteBulkInsert());

        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<AdminAccountStore>();
        services.AddSingleton<AdminSessionStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<DirectoryDeletionStore>();
        services.AddSingleton<DirectoryEditStore>();
        services.AddSingleton<DirectoryEventStore>();
        services.AddSingleton<DirectoryLifeStore>();
        services.AddSingleton<DirectoryLinkStore>();
        services.AddSingleton<DirectoryPurge>();
        services.AddSingleton<DirectoryStore>();
        services.AddSingleton<DirtyEmployeeStore>();
        services.AddSingleton<FieldReportStore>();
        services.AddSingleton<SourceBudgetStore>();
        services.AddSingleton<HistoryPurge>();
        services.AddSingleton<KeyRingStore>();
        services.AddSingleton<OrganizationStore>();
        services.AddSingleton<RecordPurge>();
        services.AddSingleton<ScimTokenStore>();
        services.AddSingleton<SetupLinkStore>();
        services.AddSingleton<TokenIssueStore>();
        services.AddSingleton<SyncRunStore>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<RulesStore>();
        services.AddSingleton<HrCatalogueStore>();
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<GroupStore>();
        services.AddSingleton<VersionReader>();
        services.AddSingleton<StoredDirectoryReader>();
        services.AddSingleton<VersionWriter>();
        services.AddSingleton<WebhookDeliveryStore>();
        services.AddSingleton<SqliteWrites>();
        services.AddSingleton<SqliteReadSessions>();
        services.AddSingleton<PostgresReadSessions>();
        services.AddSingleton<IReadSessions>(provider => Options(provider).Provider is StorageOptions.Postgres
            ? provider.GetRequiredService<PostgresReadSessions>()
            : provider.GetRequiredService<SqliteReadSessions>());
        services.AddSingleton<ResourceStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<TokenUses>();
        services.AddSingleton<BearerStore>();
        return services;
    }

    private static StorageOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;
}

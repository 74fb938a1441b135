namespace ScimBridge.Sync.Deletion;

/// <summary>Registers the deletion of directories.</summary>
internal static class DeletionServices
{
    /// <summary>Adds deletion, removal and its job.</summary>
    public static IServiceCollection AddDeletion(this IServiceCollection services)
    {
        services.AddSingleton<RemovalStores>();
        services.AddSingleton<DirectoryRemoval>();
        services.AddSingleton<DirectoryDeletion>();
        services.AddScoped<DeletionJob>();
        return services;
    }
}

namespace ScimBridge.Sync.Retention;

/// <summary>Registers retention.</summary>
internal static class RetentionServices
{
    /// <summary>Adds the purge and its job.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RetentionClock>();
        services.AddSingleton<RetentionPurge>();
        services.AddScoped<RetentionJob>();
        return services;
    }
}

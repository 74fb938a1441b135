namespace ScimBridge.Admin.Actions;

/// <summary>Registers what admins can do.</summary>
internal static class ActionServices
{
    /// <summary>Adds the actions.</summary>
    public static IServiceCollection AddAdminActions(this IServiceCollection services)
    {
        services.AddSingleton<SyncActions>();
        services.AddSingleton<PlanActions>();
        services.AddSingleton<RulesActions>();
        services.AddSingleton<CheckActions>();
        services.AddSingleton<TokenActions>();
        return services;
    }
}

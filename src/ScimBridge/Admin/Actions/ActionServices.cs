namespace ScimBridge.Admin.Actions;

/// <summary>Registers what admins can do.</summary>
internal static class ActionServices
{
    /// <summary>Adds the actions.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.AddSingleton<SyncActions>();
        services.AddSingleton<PlanActions>();
        services.AddSingleton<RulesActions>();
        services.AddSingleton<TokenActions>();
        services.AddSingleton<WebhookActions>();
        services.AddSingleton<DemoActions>();
        services.AddSingleton<DirectoryFollowUp>();
        services.AddSingleton<OrganizationActions>();
        services.AddSingleton<DirectoryActions>();
        services.AddSingleton<DirectoryLifeActions>();
        services.AddSingleton<DirectorySettingsActions>();
        services.AddSingleton<CredentialChecks>();
        services.AddSingleton<CredentialActions>();
        services.AddSingleton<SetupLinkActions>();
        services.AddSingleton<CheckActions>();
        services.AddSingleton<TokenActions>();
        return services;
    }
}

namespace ScimBridge.Admin.Actions;

/// <summary>Registers what admins can do with organizations and directories.</summary>
internal static class ActionServices
{
    /// <summary>Adds the actions.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryFollowUp>();
        services.AddSingleton<OrganizationActions>();
        services.AddSingleton<DirectoryActions>();
        services.AddSingleton<DirectoryLifeActions>();
        services.AddSingleton<DirectorySettingsActions>();
        services.AddSingleton<CredentialChecks>();
        services.AddSingleton<CredentialActions>();
        services.AddSingleton<SetupLinkActions>();
        return services;
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>Registers directories, their credentials and their tokens.</summary>
internal static class DirectoryServices
{
    /// <summary>Adds the declared directories, the key ring in the database, and what checks SCIM tokens.</summary>
    public static IServiceCollection AddDirectories(this IServiceCollection services)
    {
        services.AddOptions<DirectoriesOptions>()
            .Configure<IConfiguration>((options, settings) => settings.GetSection(DirectoriesOptions.Section)
                // Otherwise the binder leaves out, silently, a directory with a value it can't read, and that would pause it.
                .Bind(options.Directories, binder => binder.ErrorOnUnknownConfiguration = true))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectoriesOptions>, DirectoriesOptionsValidator>();
        services.AddOptions<SecretsOptions>().BindConfiguration(SecretsOptions.Section).ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<SecretsOptions>, DevelopmentSecrets>();
        services.AddSingleton<IValidateOptions<SecretsOptions>, SecretsOptionsValidator>();

        services.AddDataProtection().SetApplicationName("ScimBridge").PersistKeysToDbContext<ScimBridgeContext>();
        services.AddSingleton<KeyRingEncryptor>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<KeyRingEncryptor>((options, encryptor) => options.XmlEncryptor = encryptor);
        services.AddAuthentication()
            .AddScheme<ScimTokenAuthenticationOptions, ScimTokenAuthentication>(ScimTokenAuthentication.SchemeName, _ => { })
            .AddScheme<ScimTokenAuthenticationOptions, ScimTokenAuthentication>(
                ScimTokenAuthentication.SchemeWithBasic, options => options.AcceptsBasic = true);
        services.AddSingleton<RefusedTokenThrottle>();
        services.AddSingleton<KeyRingCheck>();
        services.AddSingleton<CredentialProtector>();
        services.AddSingleton<DirectoryLinks>();
        services.AddSingleton<DirectorySchemas>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<DirectoryDeclarer>();
        services.AddSingleton<DirectoryRegistrar>();
        services.AddSingleton<DemoOffer>();
        services.AddHostedService<TokenUseWriter>();
        return services;
    }
}

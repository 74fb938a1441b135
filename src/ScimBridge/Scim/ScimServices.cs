using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Scim;

/// <summary>Registers the SCIM endpoints' parts.</summary>
internal static class ScimServices
{
    /// <summary>Adds the schemas, the address and the policy.</summary>
    public static IServiceCollection AddScim(this IServiceCollection services)
    {
        services.AddOptions<ScimOptions>()
            .Configure<IConfiguration>((options, settings) => options.PublicUrl = settings[ScimOptions.PublicUrlSetting])
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScimOptions>, ScimOptionsValidator>();
        services.AddSingleton(SchemaCatalog.Load());
        services.AddSingleton(FilterLimits.Default);
        services.AddSingleton<ScimAddress>();
        services.AddSingleton<ScimQueryReader>();
        services.AddSingleton<CursorCodec>();
        services.AddSingleton<ResourceLists>();
        services.AddAuthorizationBuilder().AddPolicy(
            ScimPolicies.Read,
            policy => policy.AddAuthenticationSchemes(ScimTokenAuthentication.SchemeName).RequireAuthenticatedUser());
        return services;
    }
}

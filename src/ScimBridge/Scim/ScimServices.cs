using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.Scim.OAuth;

namespace ScimBridge.Scim;

/// <summary>Registers the SCIM endpoints' parts.</summary>
internal static class ScimServices
{
    /// <summary>Adds the settings, the schemas, the address, who is let in, and what a request may cost.</summary>
    public static IServiceCollection AddScim(this IServiceCollection services)
    {
        services.AddOptions<ScimOptions>()
            .Configure<IConfiguration>((options, settings) =>
            {
                settings.GetSection(ScimOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
                options.PublicUrl = settings[ScimOptions.PublicUrlSetting];
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScimOptions>, ScimOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ScimOptions>>().Value.Filter.ToLimits());
        services.AddSingleton<ScimAddress>();
        services.AddSingleton<ScimDeadlines>();
        services.AddOAuth();
        services.AddSingleton<ScimQueryReader>();
        services.AddSingleton<CursorCodec>();
        services.AddSingleton<ListWalks>();
        services.AddSingleton<ResourceLists>();
        services.AddSingleton<ResourceLookup>();
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IOptions<ScimOptions>>((authorization, scim) => authorization.AddPolicy(
            ScimPolicies.Read,
            policy => policy.AddAuthenticationSchemes(scim.Value.OAuth.Enabled ? OAuthSchemes.Either : ScimTokenAuthentication.SchemeName)
                .RequireAuthenticatedUser()
                .AddRequirements(OpensDirectory.Requirement)));
        services.AddTransient<PolicyEvaluator>();
        services.AddSingleton<IPolicyEvaluator, ScimPolicyEvaluator>();
        services.AddRateLimiter(limits => limits.AddPolicy<string, ScimRateLimit>(ScimPolicies.RateLimit));
        services.AddResponseCompression(compression =>
        {
            // Over HTTPS too: compressing gives away secrets that stand beside text of an attacker's choice, and answers hold no
            // secret that a request could guess at: no token, no cookie, and nothing that whoever sees the sizes could not have asked for.
            compression.EnableForHttps = true;
            compression.MimeTypes = [ScimMediaType.Scim, ScimMediaType.Json];
        });
        return services;
    }
}

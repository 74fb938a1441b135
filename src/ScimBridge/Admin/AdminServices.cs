using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using ScimBridge.Admin.Pages;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin;

/// <summary>Registers administration.</summary>
internal static class AdminServices
{
    private static readonly TimeSpan s_session = TimeSpan.FromHours(8);

    /// <summary>Adds the admin account, its sign-in, the admin API's key, and their policies.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidator>();
        services.AddSingleton<AdminPasswords>();
        services.AddSingleton<AdminAccountSetup>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AdminCookieEvents>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<Actions.TokenActions>();
        services.AddSingleton<Api.DirectoryViews>();
        services.AddSingleton<Api.ApiRequests>();

        // The API says words, never the numbers behind them.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(
            new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.SnakeCaseLower)));

        // No default scheme: every policy names its own, so a request never passes by another one's credentials.
        services.AddAuthentication()
            .AddCookie(AdminSchemes.Cookie, Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(AdminSchemes.ApiKey, _ => { });
        services.AddAuthentication().AddPolicyScheme(AdminSchemes.Either, null, either => either.ForwardDefaultSelector = SchemeOf);
        services.AddApiDocument();
        services.AddAuthorizationBuilder()
            .AddPolicy(AdminPolicies.Admin, new AuthorizationPolicyBuilder(AdminSchemes.Cookie).RequireAuthenticatedUser().Build())
            .AddPolicy(AdminPolicies.Api, new AuthorizationPolicyBuilder(AdminSchemes.ApiKey).RequireAuthenticatedUser().Build())
            .AddPolicy(AdminPolicies.Reference, new AuthorizationPolicyBuilder(AdminSchemes.Either).RequireAuthenticatedUser().Build());
        services.AddAntiforgery(Configure);
        return services;
    }

    // A program that asks for the document is told that it needs a key, a browser that asks for the page where to sign in.
    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || (context.Request.Headers.Cookie.Count == 0 && context.Request.Path != AdminPaths.OpenApi)
            ? AdminSchemes.ApiKey
            : AdminSchemes.Cookie;

    private static void Configure(CookieAuthenticationOptions options)
    {
        // Lax, not Strict, so that a link in a message opens the dashboard of somebody signed in. No GET changes anything,
        // and what does is also guarded by the antiforgery token and the origin.
        options.Cookie = new AdminCookieBuilder { Name = "scimbridge.admin", HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
        options.ExpireTimeSpan = s_session;
        options.SlidingExpiration = true;
        options.EventsType = typeof(AdminCookieEvents);
    }

    private static void Configure(AntiforgeryOptions options) =>
        options.Cookie = new AdminCookieBuilder
        {
            Name = "scimbridge.antiforgery",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };
}

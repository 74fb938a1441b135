using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.OpenId;
using ScimBridge.Admin.Pages;
using ScimBridge.Admin.Pages.People;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin;

/// <summary>Registers administration.</summary>
internal static class AdminServices
{
    /// <summary>Adds accounts, their sign-in, the admin API's keys, and their policies.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidator>();
        services.AddSingleton<AuditTrail>();
        services.AddPeoplePages();
        services.AddSingleton<Pages.Attributes.PersonSearch>();
        services.AddSingleton<SetupThrottle>();
        services.AddSingleton<PublicAddress>();
        services.AddActions();
        services.AddAccounts();
        services.AddSingleton<Api.DirectoryViews>();
        services.AddSingleton<Api.ApiRequests>();

        // A page that the server has forgotten is not begun anew behind the reader's back, who would take it for the one they typed into.
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => circuits.PersistedCircuitInMemoryMaxRetained = 0);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddScoped<PageCaller>();
        services.AddMudServices();

        // The API says words, never the numbers behind them.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(
            new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.SnakeCaseLower)));

        // No default scheme: every policy names its own, so a request never passes by another one's credentials.
        services.AddAuthentication()
            .AddCookie(AdminSchemes.Cookie, Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(AdminSchemes.ApiKey, _ => { });
        services.AddAuthentication().AddPolicyScheme(AdminSchemes.Either, null, either => either.ForwardDefaultSelector = SchemeOf);
        services.AddAdminOpenId();
        services.AddApiDocument();
        AdminPolicies.AddTo(services.AddAuthorizationBuilder());
        services.AddAntiforgery(Configure);
        return services;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AdminPasswords>();
        services.AddSingleton<AdminAccountSetup>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<AdminSessions>();
        services.AddSingleton<AdminCookieEvents>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<AccountActions>();
        services.AddSingleton<PasswordActions>();
        services.AddSingleton<SessionActions>();
        services.AddSingleton<ApiKeyActions>();
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

        // Only the most that a session can last: its row says when it ends.
        options.ExpireTimeSpan = AdminSessions.Longest;
        options.SlidingExpiration = false;
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

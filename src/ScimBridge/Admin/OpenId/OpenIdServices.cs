using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ScimBridge.Admin.OpenId;

/// <summary>Registers signing in through an OpenID Connect provider.</summary>
internal static class OpenIdServices
{
    private static readonly TimeSpan s_dance = TimeSpan.FromMinutes(15);

    /// <summary>Adds the scheme if the settings name a provider; it must not be there otherwise, since it looks at every request.</summary>
    public static IServiceCollection AddAdminOpenId(this IServiceCollection services)
    {
        services.AddSingleton<OpenIdAccounts>();
        services.AddSingleton<OpenIdEvents>();
        services.AddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<OpenIdConnectOptions>(AdminSchemes.OpenIdConnect)
            .Configure<IOptions<AdminOptions>>((connect, admin) => Configure(connect, admin.Value.OpenIdConnect));
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<AdminOptions>>((authentication, admin) =>
        {
            if (admin.Value.OpenIdConnect.Enabled)
            {
                authentication.AddScheme<OpenIdConnectHandler>(AdminSchemes.OpenIdConnect, displayName: null);
            }
        });
        return services;
    }

    private static void Configure(OpenIdConnectOptions connect, AdminOpenIdOptions provider)
    {
        connect.Authority = provider.Authority;
        connect.RequireHttpsMetadata = provider.Authority?.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) ?? true;
        connect.ClientId = provider.ClientId;
        connect.ClientSecret = provider.ClientSecret;
        connect.BackchannelTimeout = TimeSpan.FromSeconds(10);
        connect.ResponseType = OpenIdConnectResponseType.Code;
        connect.UsePkce = true;
        connect.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;

        // By a redirect, because a form posted by the provider's page would come without our cookies, which are SameSite=Lax.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.MapInboundClaims = false;
        connect.SaveTokens = false;
        connect.GetClaimsFromUserInfoEndpoint = false;

        // These would remove the issuer, which is half of who somebody is.
        connect.ClaimActions.Clear();
        connect.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"])
        {
            connect.Scope.Add(scope);
        }

        connect.SignInScheme = AdminSchemes.Cookie;
        connect.CallbackPath = AdminPaths.OpenIdCallback;
        connect.RemoteSignOutPath = PathString.Empty;
        connect.SignedOutCallbackPath = PathString.Empty;
        connect.RemoteAuthenticationTimeout = s_dance;
        connect.CorrelationCookie = Cookie("scimbridge.correlation.");
        connect.NonceCookie = Cookie("scimbridge.nonce.");
        connect.EventsType = typeof(OpenIdEvents);
    }

    private static AdminCookieBuilder Cookie(string name) => new()
    {
        Name = name,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        Expiration = s_dance,
    };
}

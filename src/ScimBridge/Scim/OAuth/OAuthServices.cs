using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using ScimBridge.Directories;

namespace ScimBridge.Scim.OAuth;

/// <summary>Registers what takes OAuth access tokens (RFC 9068) besides the directories' own tokens.</summary>
internal static class OAuthServices
{
    /// <summary>Signatures that only the issuer can make; with a shared secret whoever checks a token could also write one.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Adds the schemes.</summary>
    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.AddSingleton<OAuthIssuer>();
        services.AddSingleton<OAuthEvents>();
        services.AddAuthentication()
            .AddPolicyScheme(OAuthSchemes.Either, displayName: null, either => either.ForwardDefaultSelector = context =>
                AccessToken.IsIn(context.Request) ? OAuthSchemes.AccessToken : ScimTokenAuthentication.SchemeName)
            .AddJwtBearer(OAuthSchemes.AccessToken, _ => { });
        services.AddOptions<JwtBearerOptions>(OAuthSchemes.AccessToken)
            .Configure<IOptions<ScimOptions>>((bearer, scim) => Configure(bearer, scim.Value.OAuth));
        services.AddOptions<ScimTokenAuthenticationOptions>(ScimTokenAuthentication.SchemeName).Configure<IOptions<ScimOptions>, ScimAddress>(
            (tokens, scim, address) =>
                tokens.ResourceMetadata = request => scim.Value.OAuth.Enabled ? ProtectedResourceEndpoint.Url(address, request) : null);
        return services;
    }

    private static void Configure(JwtBearerOptions bearer, ScimOAuthOptions oauth)
    {
        if (!oauth.Enabled)
        {
            return;
        }

        bearer.MetadataAddress = $"{oauth.Issuer!.TrimEnd('/')}/.well-known/openid-configuration";
        bearer.RequireHttpsMetadata = new Uri(oauth.Issuer).Scheme == Uri.UriSchemeHttps;
        bearer.BackchannelTimeout = TimeSpan.FromSeconds(5);
        bearer.MapInboundClaims = false;
        bearer.EventsType = typeof(OAuthEvents);
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuer = oauth.Issuer,
            ValidAudience = oauth.Audience,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ScimBridge.Scim.OAuth;

/// <summary>Tells clients without a token where to get one (RFC 9728).</summary>
internal static class ProtectedResourceEndpoint
{
    private const string Path = "/.well-known/oauth-protected-resource" + ScimEndpoints.BasePath;

    /// <summary>Maps it; everybody may read it.</summary>
    public static void MapProtectedResource(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, ScimMethods.Read, Get).AllowAnonymous();

    /// <summary>Its URL.</summary>
    /// <remarks>Behind a proxy's path it stays below that, where the proxy sends it here; the RFC's own place would be at the host's root.</remarks>
    public static string Url(ScimAddress address, HttpRequest request) => address.UrlOf(request, Path);

    private static Results<JsonHttpResult<ProtectedResource>, NotFound> Get(HttpRequest request, ScimAddress address, IOptions<ScimOptions> options) =>
        options.Value.OAuth is { Enabled: true } oauth
            ? TypedResults.Json(
                new ProtectedResource
                {
                    Resource = address.BaseUrl(request),
                    ResourceName = "ScimBridge",
                    AuthorizationServers = [oauth.Issuer!],
                    ScopesSupported = [oauth.Scope],
                    BearerMethodsSupported = ["header"],
                },
                contentType: ScimMediaType.Json)
            : TypedResults.NotFound();
}

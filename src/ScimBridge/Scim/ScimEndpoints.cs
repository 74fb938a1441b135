using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>The routes below <c>/scim/v2</c>.</summary>
internal static class ScimEndpoints
{
    /// <summary>The path of the SCIM base URL.</summary>
    public const string BasePath = ScimBaseUrl.Path;

    /// <summary>Maps them all; every one asks for a token, but discovery if it is open.</summary>
    public static RouteGroupBuilder MapScim(this IEndpointRouteBuilder routes)
    {
        var scim = routes.MapGroup(BasePath).RequireAuthorization(ScimPolicies.Read);
        if (routes.ServiceProvider.GetRequiredService<IOptions<ScimOptions>>().Value.RequestsPerMinute > 0)
        {
            scim.RequireRateLimiting(ScimPolicies.RateLimit);
        }

        scim.MapResources();
        scim.MapDiscovery();
        scim.MapRefusals();
        return scim;
    }

    /// <summary>What SCIM has and we don't: writing, because HiBob owns the data, and PATCH, Bulk and Me.</summary>
    private static void MapRefusals(this RouteGroupBuilder scim)
    {
        foreach (var path in ResourceEndpoints.Lists.Concat(["/Users/{id}", "/Groups/{id}"]))
        {
            scim.MapPatch(path, RefusePatch);
            scim.Map(path, RefuseWrite);
        }

        foreach (var path in DiscoveryEndpoints.Paths)
        {
            scim.Map(path, RefuseMethod);
        }

        scim.Map("/Bulk", RefuseBulk);
        scim.Map("/Me/{**rest}", RefuseMe);

        // With a pattern of its own: the default one passes over whatever looks like a file.
        scim.MapFallback("{**path}", NoSuchEndpoint);
    }

    private static void RefuseWrite(HttpResponse response)
    {
        response.Headers.Allow = ScimMethods.Allow;
        throw ScimException.MethodNotAllowed(
            "HiBob owns this data: change it there, and it is here after the next sync. This service provider only reads.");
    }

    private static void RefuseMethod(HttpResponse response)
    {
        response.Headers.Allow = ScimMethods.Allow;
        throw ScimException.MethodNotAllowed();
    }

    private static void RefusePatch() => throw ScimException.NotImplemented(
        "PATCH is not supported: HiBob owns this data. Change it there, and it is here after the next sync.");

    private static void RefuseBulk() => throw ScimException.NotImplemented("Bulk operations are not supported: HiBob owns this data.");

    private static void RefuseMe() => throw ScimException.NotImplemented("/Me is not supported: a directory's token is nobody's.");

    private static void NoSuchEndpoint() => throw ScimException.NoSuchEndpoint();
}

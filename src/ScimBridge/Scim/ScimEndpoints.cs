using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>The routes below <c>/scim/v2</c>.</summary>
internal static class ScimEndpoints
{
    /// <summary>The path of the SCIM base URL.</summary>
    public const string BasePath = "/scim/v2";

    private static readonly string[] WriteMethods = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete];

    /// <summary>Maps them all; every one asks for a SCIM token.</summary>
    public static RouteGroupBuilder MapScim(this IEndpointRouteBuilder routes)
    {
        var scim = routes.MapGroup(BasePath).RequireAuthorization(ScimPolicies.Read);
        scim.MapGroup("/Users").MapUsers();
        scim.MapGroup("/Groups").MapGroups();
        scim.MapDiscovery();
        scim.MapRefusals();
        return scim;
    }

    /// <summary>What SCIM has and we don't: writing, because HiBob owns the data, and PATCH, Bulk and Me.</summary>
    private static void MapRefusals(this RouteGroupBuilder scim)
    {
        foreach (var path in (string[])["/Users", "/Groups", "/Users/{id}", "/Groups/{id}"])
        {
            scim.MapMethods(path, WriteMethods, RefuseWrite);
            scim.MapPatch(path, RefusePatch);
        }

        scim.Map("/Bulk", RefuseBulk);
        scim.Map("/Me/{**rest}", RefuseMe);
        scim.MapFallback(NoSuchEndpoint);
    }

    private static void RefuseWrite(HttpResponse response)
    {
        response.Headers.Allow = "GET, HEAD";
        throw ScimException.MethodNotAllowed(
            "HiBob owns this data: change it there, and it is here after the next sync. This service provider only reads.");
    }

    private static void RefusePatch() => throw ScimException.NotImplemented(
        "PATCH is not supported: HiBob owns this data. Change it there, and it is here after the next sync.");

    private static void RefuseBulk() => throw ScimException.NotImplemented("Bulk operations are not supported: HiBob owns this data.");

    private static void RefuseMe() => throw ScimException.NotImplemented("/Me is not supported: a directory's token is nobody's.");

    private static void NoSuchEndpoint() => throw ScimException.NoSuchEndpoint();
}

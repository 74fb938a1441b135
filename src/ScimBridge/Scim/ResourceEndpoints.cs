using ScimBridge.Protocol;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>Reading users and groups, alone and together (RFC 7644 sections 3.4.1 to 3.4.3).</summary>
internal static class ResourceEndpoints
{
    private const string Search = "/.search";

    /// <summary>Where resources are listed, below the SCIM base path.</summary>
    public static readonly string[] Lists = ["", "/Users", "/Groups"];

    /// <summary>Maps them below the group's path.</summary>
    public static void MapResources(this RouteGroupBuilder scim)
    {
        // Taken once and given to plain delegates: to have handlers' parameters found by the framework costs a little on every request.
        var services = ((IEndpointRouteBuilder)scim).ServiceProvider;
        var lists = services.GetRequiredService<ResourceLists>();
        var lookup = services.GetRequiredService<ResourceLookup>();
        scim.MapLists("", lists, [ResourceTable.Users, ResourceTable.Groups]);
        foreach (var table in (ResourceTable[])[ResourceTable.Users, ResourceTable.Groups])
        {
            scim.MapLists($"/{table.Name}", lists, [table]);
            scim.MapMethods($"/{table.Name}/{{id}}", ScimMethods.Read, ReadDirectory.Only(
                [table], (context, _) => lookup.GetAsync(context, table, (string)context.GetRouteValue("id")!)));
        }
    }

    private static void MapLists(this RouteGroupBuilder scim, string path, ResourceLists lists, IReadOnlyList<ResourceTable> tables)
    {
        scim.MapMethods(path, ScimMethods.Read, ReadDirectory.Only(tables, lists.GetAsync));
        scim.MapPost(path + Search, ReadDirectory.Only(tables, lists.SearchAsync));
        scim.Map(path + Search, RefuseMethod);
    }

    private static void RefuseMethod(HttpResponse response)
    {
        response.Headers.Allow = HttpMethods.Post;
        throw ScimException.MethodNotAllowed("A search is a POST.");
    }
}

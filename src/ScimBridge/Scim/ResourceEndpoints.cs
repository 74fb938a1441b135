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
        scim.MapLists("", [ResourceTable.Users, ResourceTable.Groups]);
        foreach (var table in (ResourceTable[])[ResourceTable.Users, ResourceTable.Groups])
        {
            var resources = scim.MapLists($"/{table.Name}", [table]);
            resources.MapMethods("/{id}", ScimMethods.Read, (string id, HttpContext context, ResourceLookup lookup) => lookup.GetAsync(context, table, id));
        }
    }

    private static RouteGroupBuilder MapLists(this RouteGroupBuilder scim, string path, IReadOnlyList<ResourceTable> tables)
    {
        var lists = scim.MapGroup(path);
        lists.AddEndpointFilter<ReadDirectoryFilter>();
        lists.MapMethods("", ScimMethods.Read, (HttpContext context, ResourceLists answers) => answers.GetAsync(context, tables));
        lists.MapPost(Search, (HttpContext context, ResourceLists answers) => answers.SearchAsync(context, tables));
        lists.Map(Search, RefuseMethod);
        return lists;
    }

    private static void RefuseMethod(HttpResponse response)
    {
        response.Headers.Allow = HttpMethods.Post;
        throw ScimException.MethodNotAllowed("A search is a POST.");
    }
}

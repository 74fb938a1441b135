using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Reading users (RFC 7644 sections 3.4.1 and 3.4.2).</summary>
internal static class UserEndpoints
{
    private const string ResourceType = "User";

    /// <summary>Maps them below the group's path.</summary>
    public static void MapUsers(this RouteGroupBuilder users)
    {
        users.AddEndpointFilter<ReadDirectoryFilter>();
        users.MapMethods("", ScimMethods.Read, ListAsync);
        users.MapMethods("/{id}", ScimMethods.Read, GetAsync);
    }

    private static async Task ListAsync(HttpContext context, UserStore users, SchemaCatalog catalog, ScimAddress address)
    {
        var query = ScimQuery.Parse(context.Request, catalog, ResourceType);
        var page = await users.ListAsync(context.Bearer().Version, query.Filter, query.Page, context.RequestAborted);
        var answer = new ScimAnswer(context.Response, address.BaseUrlUtf8(context.Request), query.Selection);
        await answer.WriteListAsync(page, query.Page.StartIndex, members: null, context.RequestAborted);
    }

    private static async Task GetAsync(string id, HttpContext context, UserStore users, SchemaCatalog catalog, ScimAddress address)
    {
        var selection = ScimQuery.SelectionOf(context.Request, catalog, ResourceType);
        var user = await users.FindAsync(context.Bearer().Version, id, context.RequestAborted)
            ?? throw ScimException.NotFound(ResourceType, id);
        var answer = new ScimAnswer(context.Response, address.BaseUrlUtf8(context.Request), selection);
        await answer.WriteResourceAsync(context.Request, user, members: null, context.RequestAborted);
    }
}

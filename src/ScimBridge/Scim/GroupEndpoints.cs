using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Reading groups (RFC 7644 sections 3.4.1 and 3.4.2).</summary>
internal static class GroupEndpoints
{
    private const string ResourceType = "Group";

    /// <summary>Maps them below the group's path.</summary>
    public static void MapGroups(this RouteGroupBuilder groups)
    {
        groups.AddEndpointFilter<ReadDirectoryFilter>();
        groups.MapMethods("", ScimMethods.Read, ListAsync);
        groups.MapMethods("/{id}", ScimMethods.Read, GetAsync);
    }

    private static async Task ListAsync(HttpContext context, GroupStore groups, SchemaCatalog catalog, ScimAddress address)
    {
        var version = context.Bearer().Version;
        var query = ScimQuery.Parse(context.Request, catalog, ResourceType);
        var page = await groups.ListAsync(version, query.Filter, query.Page, context.RequestAborted);
        var answer = new ScimAnswer(context.Response, address.BaseUrlUtf8(context.Request), query.Selection);
        await answer.WriteListAsync(
            page, query.Page.StartIndex, groupId => groups.MembersAsync(version, groupId, context.RequestAborted), context.RequestAborted);
    }

    private static async Task GetAsync(string id, HttpContext context, GroupStore groups, SchemaCatalog catalog, ScimAddress address)
    {
        var version = context.Bearer().Version;
        var selection = ScimQuery.SelectionOf(context.Request, catalog, ResourceType);
        var group = await groups.FindAsync(version, id, context.RequestAborted) ?? throw ScimException.NotFound(ResourceType, id);
        var answer = new ScimAnswer(context.Response, address.BaseUrlUtf8(context.Request), selection);
        await answer.WriteResourceAsync(
            context.Request, group, groupId => groups.MembersAsync(version, groupId, context.RequestAborted), context.RequestAborted);
    }
}

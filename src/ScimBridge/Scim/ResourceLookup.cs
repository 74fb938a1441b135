using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>Answers a GET of one resource (RFC 7644 section 3.4.1).</summary>
internal sealed class ResourceLookup(ScimQueryReader queries, ResourceStore resources, MemberStore members, ScimAddress address, ScimDeadlines deadlines)
{
    /// <summary>Answers with the resource, or with 304 when the client has it.</summary>
    /// <exception cref="ScimException">404: the caller's directory has no such resource; 400: the attributes wanted are malformed.</exception>
    public async Task GetAsync(HttpContext context, ResourceTable table, string id)
    {
        var bearer = context.Bearer();
        var version = bearer.Version;
        var schema = queries.SchemaOf(bearer, version);
        var selection = ScimQueryReader.SelectionOf(context.Request.Query, table, schema);
        var baseUrl = address.BaseUrl(context.Request);
        var resource = await resources.FindAsync(table, version, id, schema.Visible, baseUrl, deadlines.Next())
            ?? throw ScimException.NotFound(table.ResourceType, id);

        // A 304 says it too (RFC 9110 section 15.4.5).
        context.Response.Headers.ContentLocation = $"{baseUrl}/{table.Name}/{resource.Id}";
        var tag = Digest.From(resource.Hash).ToEntityTag();
        if (EntityTags.IsKnown(context, schema.Visible is null ? tag : RestrictedBodies.TagOf(tag, schema.Visible.TagEndOf(version))))
        {
            return;
        }

        if (schema.Visible is { } visible)
        {
            resource = (await RestrictedBodies.OfAsync(resources, [resource], visible, version, baseUrl, deadlines.Next()))[0];
        }

        var answer = new ScimAnswer(context, baseUrl, members, version, schema.Visible);
        await answer.WriteResourceAsync(resource, selection);
    }
}

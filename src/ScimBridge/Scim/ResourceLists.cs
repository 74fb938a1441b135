using System.Globalization;
using System.Reflection;
using System.Text.Unicode;
using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Searching;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>Answers lists: of users, of groups, or of both together; by GET or by <c>.search</c>; by index or by cursor.</summary>
internal sealed class ResourceLists(
    ScimQueryReader queries, ResourceStore resources, MemberStore members, ListWalks walks, ScimAddress address,
    ScimDeadlines deadlines)
{
    /// <summary>Another build may write another body for the same version, so its lists have other entity tags.</summary>
    private static readonly string Build =
        $"{Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId:n}{typeof(ScimError).Module.ModuleVersionId:n}";

    /// <summary>Answers a GET (RFC 7644 section 3.4.2).</summary>
    public Task GetAsync(HttpContext context, IReadOnlyList<ResourceTable> tables) =>
        AnswerAsync(context, tables, ScimQueryReader.ParametersOf(context.Request.Query), isConditional: true);

    /// <summary>Answers a POST to <c>.search</c> (RFC 7644 section 3.4.3), which means the same.</summary>
    public async Task SearchAsync(HttpContext context, IReadOnlyList<ResourceTable> tables)
    {
        using var body = new MemoryStream();
        using (var limit = deadlines.NextFor(context))
        {
            await context.Request.Body.CopyToAsync(body, limit.Token);
        }

        var parameters = SearchRequest.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        await AnswerAsync(context, tables, parameters, isConditional: false);
    }

    private async Task AnswerAsync(HttpContext context, IReadOnlyList<ResourceTable> tables, ListParameters parameters, bool isConditional)
    {
        var list = ScimQueryReader.RequestOf(parameters, tables);
        var bearer = context.Bearer();
        var walk = list.Cursor is null ? null : await walks.FindAsync(list, bearer, deadlines.Next());
        var version = walk?.Version ?? bearer.Version;
        var schema = queries.SchemaOf(bearer, version);
        var query = queries.Read(list, schema);
        var baseUrl = address.BaseUrl(context.Request);

        // A page of a walk is asked for once, and an old answer would hold a cursor that has expired since.
        if (isConditional && walk is null && EntityTags.IsKnown(context, TagOf(bearer, schema, list, baseUrl)))
        {
            return;
        }

        var page = await ReadAsync(context, new ListQuery(version, tables, query.Filters, query.Sort, baseUrl)
        {
            Visible = schema.Visible,
            Take = list.Page.Count,
            WithOrdinals = walk is not null,
            Skip = walk?.Position.Seen ?? list.Page.StartIndex - 1,
            After = query.Sort is null && walk is { Position.Seen: > 0 } ? walk.Position.After : null,
            KnownTotal = walk is { Position.Seen: > 0 } ? walk.Position.Total : null,
        });
        var answer = new ScimAnswer(context, baseUrl, members, version, schema.Visible);
        await answer.WriteListAsync(page, query, walks.Next(walk, page, list, bearer));
    }

    private async ValueTask<StoredPage> ReadAsync(HttpContext context, ListQuery query)
    {
        if (query.IsQuick)
        {
            return await resources.ListAsync(query, deadlines.Next());
        }

        using var limit = deadlines.NextFor(context);
        var page = await resources.ListAsync(query, limit.Token);
        return query.Visible is null
            ? page
            : page with { Resources = await RestrictedBodies.OfAsync(resources, page.Resources, query.Visible, query.Version, query.BaseUrl, limit.Token) };
    }

    /// <summary>The list's entity tag: of what the answer is made from, so that an unchanged list is known without being read.</summary>
    private static string TagOf(TokenBearer bearer, DirectorySchema schema, ScimListRequest list, string baseUrl)
    {
        var version = bearer.Version;
        var size = 512 + ((baseUrl.Length + list.Fingerprint.Length) * 3);
        var text = size <= 2048 ? stackalloc byte[size] : new byte[size];
        _ = Utf8.TryWrite(
            text,
            CultureInfo.InvariantCulture,
            $"{version.Directory.Value}|{ListWalks.ScopesOf(bearer)}|{schema.Visible?.Mark}|{version.Number}|{version.At}|{list.Page.StartIndex}|{list.Page.Count}|{Build}|{baseUrl}|{list.Fingerprint}",
            out var length);
        return Digest.Of(text[..length]).ToEntityTag();
    }
}

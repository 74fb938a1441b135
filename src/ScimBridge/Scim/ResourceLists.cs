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
    ScimQueryReader queries, ResourceStore resources, MemberStore members, BearerStore bearers, CursorCodec cursors, ScimAddress address,
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
        var walk = list.Cursor is null ? null : await WalkAsync(list, bearer, deadlines.Next());
        var version = walk?.Version ?? bearer.Version;
        var query = queries.Read(list, version);
        var baseUrl = address.BaseUrl(context.Request);

        // A page of a walk is asked for once, and an old answer would hold a cursor that has expired since.
        if (isConditional && walk is null && EntityTags.IsKnown(context, TagOf(version, ScopesOf(bearer), list, baseUrl)))
        {
            return;
        }

        var page = await ReadAsync(context, new ListQuery(version, tables, query.Filters, query.Sort, baseUrl)
        {
            Take = list.Page.Count,
            WithOrdinals = walk is not null,
            Skip = walk?.Position.Seen ?? list.Page.StartIndex - 1,
            After = query.Sort is null && walk is { Position.Seen: > 0 } ? walk.Position.After : null,
            KnownTotal = walk is { Position.Seen: > 0 } ? walk.Position.Total : null,
        });
        var answer = new ScimAnswer(context, baseUrl, members, version);
        await answer.WriteListAsync(page, query, Next(walk, page, list, bearer));
    }

    private async ValueTask<StoredPage> ReadAsync(HttpContext context, ListQuery query)
    {
        if (query.IsQuick)
        {
            return await resources.ListAsync(query, deadlines.Next());
        }

        using var limit = deadlines.NextFor(context);
        return await resources.ListAsync(query, limit.Token);
    }

    /// <summary>The walk that the client is on, or begins.</summary>
    private async Task<Walk> WalkAsync(ScimListRequest list, TokenBearer bearer, CancellationToken cancellationToken)
    {
        if (list.Cursor!.Length == 0)
        {
            return new Walk(bearer.Version, new CursorPosition(bearer.Version.Number, bearer.Version.At, list.Page.Count, 0, 0, 0));
        }

        var position = cursors.Read(list.Cursor, OwnerOf(list, bearer));
        if (position.Count != list.Page.Count)
        {
            throw ScimException.InvalidCount(string.Create(
                CultureInfo.InvariantCulture, $"The walk began with count={position.Count}; every page of it has the same."));
        }

        var version = position.Version == bearer.Version.Number
            ? bearer.Version
            : await bearers.FindVersionAsync(bearer.Version.Directory, position.Version, cancellationToken);
        return version?.At == position.VersionAt
            ? new Walk(version, position)
            : throw ScimException.ExpiredCursor(ScimLimits.CursorLifetime);
    }

    private string? Next(Walk? walk, StoredPage page, ScimListRequest list, TokenBearer bearer)
    {
        if (walk is null || page.Resources.Count == 0 || walk.Position.Seen + page.Resources.Count >= page.Total)
        {
            return null;
        }

        var position = walk.Position with
        {
            Total = page.Total,
            Seen = walk.Position.Seen + page.Resources.Count,
            After = page.Resources[^1].Ordinal,
        };
        return cursors.Write(position, OwnerOf(list, bearer));
    }

    private static string OwnerOf(ScimListRequest list, TokenBearer bearer) =>
        string.Create(CultureInfo.InvariantCulture, $"{bearer.Version.Directory.Value}\n{ScopesOf(bearer)}\n{list.Fingerprint}");

    // Whether a token also opens the reports makes no other list.
    private static int ScopesOf(TokenBearer bearer) => (int)(bearer.Scopes & ReadableTypes.Scopes);

    /// <summary>The list's entity tag: of what the answer is made from, so that an unchanged list is known without being read.</summary>
    private static string TagOf(DirectoryVersion version, int scopes, ScimListRequest list, string baseUrl)
    {
        var size = 512 + ((baseUrl.Length + list.Fingerprint.Length) * 3);
        var text = size <= 2048 ? stackalloc byte[size] : new byte[size];
        _ = Utf8.TryWrite(
            text,
            CultureInfo.InvariantCulture,
            $"{version.Directory.Value}|{scopes}|{version.Number}|{version.At}|{list.Page.StartIndex}|{list.Page.Count}|{Build}|{baseUrl}|{list.Fingerprint}",
            out var length);
        return Digest.Of(text[..length]).ToEntityTag();
    }

    private sealed record Walk(DirectoryVersion Version, CursorPosition Position);
}

using System.Data.Common;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Resources as SCIM clients read them: stored bodies at one version. The reads that clients wait for are raw commands, here and nowhere else.</summary>
internal sealed class ResourceStore(IReadSessions sessions)
{
    /// <summary>The resource, or null when the version has no such one.</summary>
    public ValueTask<StoredResource?> FindAsync(ResourceTable table, DirectoryVersion version, string id, CancellationToken cancellationToken) =>
        FindAsync(table, version, id, null, "", cancellationToken);

    /// <summary>The resource, or null when the version has no such one, or none that the client can see.</summary>
    public async ValueTask<StoredResource?> FindAsync(
        ResourceTable table, DirectoryVersion version, string id, Visibility? visible, string baseUrl, CancellationToken cancellationToken)
    {
        // No id has it, and PostgreSQL takes it in no text.
        if (id.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        await using var session = await sessions.OpenAsync(cancellationToken);
        var parameters = new QueryParameters(version, baseUrl);
        var command = session.Command(
            visible is null ? ListSql.One(table) : ListSql.OneOf(table, new VisibleSql(sessions.Dialect, parameters, visible).Condition(table)));
        parameters.Bind(command);
        QueryParameters.Set(command, ListSql.Id, id);
        return await session.QueryAsync(
            command,
            async (reader, token) => await reader.ReadAsync(token)
                ? new StoredResource(table, reader.GetFieldValue<byte[]>(0)) { Id = id, Hash = reader.GetFieldValue<byte[]>(3) }
                : null,
            cancellationToken);
    }

    /// <summary>A page of a list.</summary>
    public async ValueTask<StoredPage> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var session = await sessions.OpenAsync(cancellationToken);
        var rows = new RowReader(session, sessions.Dialect);
        if (query.Sort is not null)
        {
            return await rows.SortedAsync(query, cancellationToken);
        }

        if (query.Tables is [var only])
        {
            return await rows.TableAsync(query, only, query.Filters?[0], cancellationToken);
        }

        // One table after the other; what the first leaves of the page is for the next.
        var total = 0;
        var resources = new List<StoredResource>();
        for (var index = 0; index < query.Tables.Count; index++)
        {
            var rest = query with { Skip = Math.Max(query.Skip - total, 0), Take = query.Take - resources.Count };
            var page = await rows.TableAsync(rest, query.Tables[index], query.Filters?[index], cancellationToken);
            total += page.Total;
            resources.AddRange(page.Resources);
        }

        return new StoredPage(total, resources);
    }

    /// <summary>Which of <paramref name="ids"/> are those of resources that the client can see.</summary>
    public async ValueTask<IReadOnlySet<string>> VisibleAsync(
        ResourceTable table, DirectoryVersion version, IReadOnlyCollection<string> ids, Visibility visible, string baseUrl, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return ids.ToHashSet(StringComparer.Ordinal);
        }

        await using var session = await sessions.OpenAsync(cancellationToken);
        var parameters = new QueryParameters(version, baseUrl);
        var command = session.Command(ListSql.Among(table, new VisibleSql(sessions.Dialect, parameters, visible).Condition(table) ?? "TRUE", sessions.Dialect));
        parameters.Bind(command);
        QueryParameters.Set(command, ListSql.Ids, sessions.Dialect.Texts(ids));
        return await session.QueryAsync(
            command,
            async (reader, token) =>
            {
                var found = new HashSet<string>(StringComparer.Ordinal);
                while (await reader.ReadAsync(token))
                {
                    found.Add(reader.GetString(0));
                }

                return found;
            },
            cancellationToken);
    }

    /// <summary>Reads resources from rows that begin with them.</summary>
    internal static async ValueTask<List<StoredResource>> ResourcesAsync(
        ListQuery query, ResourceTable table, DbDataReader reader, CancellationToken cancellationToken)
    {
        var resources = new List<StoredResource>();
        while (await reader.ReadAsync(cancellationToken))
        {
            resources.Add(Resource(query, table, reader));
        }

        return resources;
    }

    /// <summary>The resource of the row that the reader stands on, with the columns that a list needs.</summary>
    internal static StoredResource Resource(ListQuery query, ResourceTable table, DbDataReader reader) => new(table, reader.GetFieldValue<byte[]>(0))
    {
        Id = table == ResourceTable.Groups ? reader.GetString(1) : "",
        Ordinal = query.WithOrdinals ? reader.GetInt32(2) : 0,
    };
}

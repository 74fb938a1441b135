using System.Data.Common;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Resources as SCIM clients read them: stored bodies at one version. The reads that clients wait for are raw commands, here and nowhere else.</summary>
internal sealed class ResourceStore(IReadSessions sessions)
{
    /// <summary>The resource, or null when the version has no such one.</summary>
    public async ValueTask<StoredResource?> FindAsync(ResourceTable table, DirectoryVersion version, string id, CancellationToken cancellationToken)
    {
        // No id has it, and PostgreSQL takes it in no text.
        if (id.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        await using var session = await sessions.OpenAsync(cancellationToken);
        var command = session.Command(ListSql.One(table));
        new QueryParameters(version, "").Bind(command);
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

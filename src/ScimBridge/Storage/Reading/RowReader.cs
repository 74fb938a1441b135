using System.Data.Common;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Reads pages over one connection, each way in which a list can be asked for.</summary>
internal sealed class RowReader(ReadSession session, SqlDialect dialect)
{
    /// <summary>A page of a table, of all of it or of what a filter matches.</summary>
    public ValueTask<StoredPage> TableAsync(ListQuery query, ResourceTable table, BoundFilter? filter, CancellationToken cancellationToken) =>
        filter is null && query.Visible?.Of(table) is null ? AllAsync(query, table, cancellationToken) : MatchingAsync(query, table, filter, cancellationToken);

    /// <summary>A page in the client's order, of several tables if need be.</summary>
    public async ValueTask<StoredPage> SortedAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var known = query.KnownTotal ?? (query.IsWhole ? query.Tables.Sum(table => table.CountIn(query.Version)) : null);
        var parameters = new QueryParameters(query.Version, query.BaseUrl);
        var command = session.Command(ListSql.Sorted(query, parameters, dialect, isBounded: known is not null));
        parameters.Bind(command);
        if (known is { } total)
        {
            QueryParameters.Set(command, ListSql.Take, query.Take);
            QueryParameters.Set(command, ListSql.Skip, query.Skip);
            var (_, page) = await SliceAsync(command, query with { Skip = 0 }, cancellationToken);
            return new StoredPage(total, await BodiesAsync(query, query.Tables, page, cancellationToken));
        }

        var (counted, rows) = await SliceAsync(command, query, cancellationToken);
        return new StoredPage(counted, await BodiesAsync(query, query.Tables, rows, cancellationToken));
    }

    private async ValueTask<StoredPage> AllAsync(ListQuery query, ResourceTable table, CancellationToken cancellationToken)
    {
        var total = table.CountIn(query.Version);
        if (query.Take == 0 || query.Skip >= total)
        {
            return new StoredPage(total, []);
        }

        var command = session.Command(query.After is null ? ListSql.FromAnchor(table) : ListSql.Behind(table));
        new QueryParameters(query.Version, query.BaseUrl).Bind(command);
        QueryParameters.Set(command, ListSql.Take, query.Take);
        if (query.After is { } after)
        {
            QueryParameters.Set(command, ListSql.After, after);
        }
        else
        {
            QueryParameters.Set(command, ListSql.List, (int)table.List);
            QueryParameters.Set(command, ListSql.Position, query.Skip - (query.Skip % PageAnchors.Spacing));
            QueryParameters.Set(command, ListSql.Skip, query.Skip % PageAnchors.Spacing);
        }

        return new StoredPage(total, await session.QueryAsync(
            command, (reader, token) => ResourceStore.ResourcesAsync(query, table, reader, token), cancellationToken));
    }

    private async ValueTask<StoredPage> MatchingAsync(ListQuery query, ResourceTable table, BoundFilter? filter, CancellationToken cancellationToken)
    {
        var parameters = new QueryParameters(query.Version, query.BaseUrl);
        var condition = ListSql.Condition(filter, query, table, parameters, dialect);
        var reach = FilterSql.ReachOf(filter, query.Visible?.Of(table));
        if (query is { After: { } after, KnownTotal: { } known })
        {
            var behind = session.Command(ListSql.MatchingBehind(table, condition, reach));
            parameters.Bind(behind);
            QueryParameters.Set(behind, ListSql.After, after);
            QueryParameters.Set(behind, ListSql.Take, query.Take);
            return new StoredPage(known, await InOrderAsync(behind, query, table, cancellationToken));
        }

        if (reach is FilterReach.Few || (reach is FilterReach.Indexed && await IsOnePageAsync(query, table, condition, parameters, cancellationToken)))
        {
            var keyed = session.Command(ListSql.Keyed(table, condition));
            parameters.Bind(keyed);
            var all = await InOrderAsync(keyed, query, table, cancellationToken);
            return new StoredPage(all.Count, query.Skip == 0 && query.Take >= all.Count ? all : [.. all.Skip(query.Skip).Take(query.Take)]);
        }

        var command = session.Command(ListSql.Matching(table, condition, reach));
        parameters.Bind(command);
        QueryParameters.Set(command, ListSql.Take, query.Take);
        QueryParameters.Set(command, ListSql.Skip, query.Skip);
        return await session.QueryAsync(command, (reader, token) => CountedPageAsync(query, table, reader, token), cancellationToken);
    }

    /// <summary>Whether all that an index finds fits on the page, which is known from the index alone; then there is nothing to count.</summary>
    private async ValueTask<bool> IsOnePageAsync(
        ListQuery query, ResourceTable table, string condition, QueryParameters parameters, CancellationToken cancellationToken)
    {
        if (!dialect.IsInProcess || query.Skip > 0)
        {
            return false;
        }

        var command = session.Command(ListSql.Bounded(table, condition));
        parameters.Bind(command);
        QueryParameters.Set(command, ListSql.Take, query.Take);
        return await session.QueryAsync(
            command, async (reader, token) => await reader.ReadAsync(token) && reader.GetInt64(0) <= query.Take, cancellationToken);
    }

    private ValueTask<List<StoredResource>> InOrderAsync(DbCommand command, ListQuery query, ResourceTable table, CancellationToken cancellationToken) =>
        session.QueryAsync(
            command,
            async (reader, token) =>
            {
                var resources = await ResourceStore.ResourcesAsync(query with { WithOrdinals = true }, table, reader, token);
                Sort(resources);
                return resources;
            },
            cancellationToken);

    private static async ValueTask<StoredPage> CountedPageAsync(ListQuery query, ResourceTable table, DbDataReader reader, CancellationToken cancellationToken)
    {
        var total = 0;
        var resources = new List<StoredResource>();
        var ordered = query with { WithOrdinals = true };
        while (await reader.ReadAsync(cancellationToken))
        {
            total = resources.Count == 0 ? (int)reader.GetInt64(3) : total;
            if (!reader.IsDBNull(0))
            {
                resources.Add(ResourceStore.Resource(ordered, table, reader));
            }
        }

        Sort(resources);
        return new StoredPage(total, resources);
    }

    private static void Sort(List<StoredResource> resources)
    {
        if (resources.Count > 1)
        {
            resources.Sort(static (left, right) => left.Ordinal.CompareTo(right.Ordinal));
        }
    }

    /// <summary>Counts the rows and keeps those of the page: the number of each, which comes last, and its table's place if that comes before.</summary>
    private ValueTask<(int Count, List<(int Place, long RowId)> Rows)> SliceAsync(
        DbCommand command, ListQuery query, CancellationToken cancellationToken) => session.QueryAsync(
            command,
            async (reader, token) =>
            {
                var rows = new List<(int, long)>();
                var count = 0;
                var last = reader.FieldCount - 1;
                while (await reader.ReadAsync(token))
                {
                    if (count >= query.Skip && rows.Count < query.Take)
                    {
                        rows.Add((last == 0 ? 0 : reader.GetInt32(0), reader.GetInt64(last)));
                    }

                    count++;
                }

                return (count, rows);
            },
            cancellationToken);

    private async ValueTask<IReadOnlyList<StoredResource>> BodiesAsync(
        ListQuery query, IReadOnlyList<ResourceTable> tables, List<(int Place, long RowId)> rows, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, StoredResource>[tables.Count];
        for (var place = 0; place < tables.Count; place++)
        {
            var rowIds = rows.Where(row => row.Place == place).Select(row => row.RowId).ToList();
            found[place] = rowIds.Count == 0 ? [] : await BodiesAsync(query, tables[place], rowIds, cancellationToken);
        }

        return [.. rows.Select(row => found[row.Place][row.RowId])];
    }

    private async ValueTask<Dictionary<long, StoredResource>> BodiesAsync(
        ListQuery query, ResourceTable table, List<long> rowIds, CancellationToken cancellationToken)
    {
        var command = session.Command(ListSql.ByRow(table, dialect));
        QueryParameters.Set(command, ListSql.Rows, dialect.RowIds(rowIds));
        return await session.QueryAsync(
            command,
            async (reader, token) =>
            {
                var found = new Dictionary<long, StoredResource>(rowIds.Count);
                while (await reader.ReadAsync(token))
                {
                    found.Add(reader.GetInt64(3), ResourceStore.Resource(query, table, reader));
                }

                return found;
            },
            cancellationToken);
    }
}

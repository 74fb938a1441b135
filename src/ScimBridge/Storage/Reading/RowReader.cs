using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Reads pages over one connection, each way in which a list can be asked for.</summary>
internal sealed class RowReader(ReadSession session, SqlDialect dialect)
{
    /// <summary>A page of a table without a filter.</summary>
    public async Task<StoredPage> AllAsync(ListQuery query, ResourceTable table, CancellationToken cancellationToken)
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
            command, (reader, token) => ResourceStore.ResourcesAsync(table, reader, query.Take, token), cancellationToken));
    }

    /// <summary>A page of what a filter matches.</summary>
    public async Task<StoredPage> MatchingAsync(ListQuery query, ResourceTable table, BoundFilter filter, CancellationToken cancellationToken)
    {
        var parameters = new QueryParameters(query.Version, query.BaseUrl);
        var condition = ListSql.Condition(filter, table, parameters, dialect);
        if (query is { After: { } after, KnownTotal: { } known })
        {
            var behind = session.Command(ListSql.MatchingBehind(table, condition));
            parameters.Bind(behind);
            QueryParameters.Set(behind, ListSql.After, after);
            QueryParameters.Set(behind, ListSql.Take, query.Take);
            var (_, next) = await SliceAsync(behind, query with { Skip = 0 }, cancellationToken);
            return new StoredPage(known, await BodiesAsync([table], next, cancellationToken));
        }

        if (FilterSql.IsKeyed(filter))
        {
            var keyed = session.Command(ListSql.Keyed(table, condition));
            parameters.Bind(keyed);
            var all = await session.QueryAsync(keyed, (reader, token) => ResourceStore.ResourcesAsync(table, reader, 1, token), cancellationToken);
            return new StoredPage(all.Count, [.. all.Skip(query.Skip).Take(query.Take)]);
        }

        var command = session.Command(ListSql.Matching(table, condition));
        parameters.Bind(command);
        var (total, rows) = await SliceAsync(command, query, cancellationToken);
        return new StoredPage(total, await BodiesAsync([table], rows, cancellationToken));
    }

    /// <summary>A page in the client's order, of several tables if need be.</summary>
    public async Task<StoredPage> SortedAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var known = query.KnownTotal ?? (query.Filters is null ? query.Tables.Sum(table => table.CountIn(query.Version)) : null);
        var parameters = new QueryParameters(query.Version, query.BaseUrl);
        var command = session.Command(ListSql.Sorted(query, parameters, dialect, isBounded: known is not null));
        parameters.Bind(command);
        if (known is { } total)
        {
            QueryParameters.Set(command, ListSql.Take, query.Take);
            QueryParameters.Set(command, ListSql.Skip, query.Skip);
            var (_, page) = await SliceAsync(command, query with { Skip = 0 }, cancellationToken);
            return new StoredPage(total, await BodiesAsync(query.Tables, page, cancellationToken));
        }

        var (counted, rows) = await SliceAsync(command, query, cancellationToken);
        return new StoredPage(counted, await BodiesAsync(query.Tables, rows, cancellationToken));
    }

    /// <summary>Counts the rows and keeps those of the page: the number of each, which comes last, and its table's place if that comes before.</summary>
    private Task<(int Count, List<(int Place, long RowId)> Rows)> SliceAsync(
        System.Data.Common.DbCommand command, ListQuery query, CancellationToken cancellationToken) => session.QueryAsync(
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

    private async Task<IReadOnlyList<StoredResource>> BodiesAsync(
        IReadOnlyList<ResourceTable> tables, List<(int Place, long RowId)> rows, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(int, long), StoredResource>();
        foreach (var ofTable in rows.GroupBy(row => row.Place))
        {
            var table = tables[ofTable.Key];
            var command = session.Command(ListSql.ByRow(table, dialect));
            QueryParameters.Set(command, ListSql.Rows, dialect.RowIds([.. ofTable.Select(row => row.RowId)]));
            await session.QueryAsync(
                command,
                async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        found.Add((ofTable.Key, reader.GetInt64(4)), ResourceStore.Resource(table, reader));
                    }

                    return true;
                },
                cancellationToken);
        }

        return [.. rows.Select(row => found[row])];
    }
}

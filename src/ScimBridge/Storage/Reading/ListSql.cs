using System.Globalization;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>The SQL of lists. Rows are <c>RowId</c>s where a list must be counted, and whole resources where it need not.</summary>
internal static class ListSql
{
    /// <summary>The parameter for how many rows to return.</summary>
    public const string Take = "@take";

    /// <summary>How to limit to <see cref="Take"/>. As a sum, because SQLite looks at a bare parameter there to plan, and so prepares the statement anew every time.</summary>
    public const string Limit = $"LIMIT ({Take} + 0)";

    /// <summary>The parameter for how many rows to skip.</summary>
    public const string Skip = "@skip";

    /// <summary>The parameter for the place in the stable order behind which to begin.</summary>
    public const string After = "@after";

    /// <summary>The parameter for the position of an anchor.</summary>
    public const string Position = "@position";

    /// <summary>The parameter for which list an anchor is of.</summary>
    public const string List = "@list";

    /// <summary>The parameter for the numbers of rows.</summary>
    public const string Rows = "@rows";

    /// <summary>The parameter for a resource's id.</summary>
    public const string Id = "@id";

    /// <summary>The parameter for the ids of resources.</summary>
    public const string Ids = "@ids";

    private const string Row = AttributeSql.Row;
    private const string Listed = $"{Row}.\"Body\", {Row}.\"Id\", {Row}.\"Ordinal\"";

    private static readonly Dictionary<ResourceTable, TableSql> Fixed =
        new[] { ResourceTable.Users, ResourceTable.Groups }.ToDictionary(table => table, table => new TableSql(
            From(table),
            $"SELECT {Listed}, {Row}.\"Hash\" {From(table)} AND {Row}.\"Id\" = {Id}",
            $"SELECT {Listed} {From(table)} AND {Row}.\"Ordinal\" >= (SELECT a.\"Ordinal\" FROM \"PageAnchors\" AS a WHERE {AttributeSql.AtVersion("a")} "
                + $"AND a.\"List\" = {List} AND a.\"Position\" = {Position}) ORDER BY {Row}.\"Ordinal\" {Limit} OFFSET {Skip}",
            $"SELECT {Listed} {From(table)} AND {Row}.\"Ordinal\" > {After} ORDER BY {Row}.\"Ordinal\" {Limit}",
            $"SELECT {Listed} {From(table)} AND "));

    /// <summary>One resource.</summary>
    public static string One(ResourceTable table) => Fixed[table].One;

    /// <summary>A page of all resources, from an anchor.</summary>
    public static string FromAnchor(ResourceTable table) => Fixed[table].FromAnchor;

    /// <summary>A page of all resources, behind a place in the stable order.</summary>
    public static string Behind(ResourceTable table) => Fixed[table].Behind;

    /// <summary>How many resources a filter matches, up to one more than <see cref="Take"/>.</summary>
    public static string Bounded(ResourceTable table, string condition) =>
        $"SELECT COUNT(*) FROM (SELECT 1 {Fixed[table].From} AND {condition} LIMIT ({Take} + 1)) AS n";

    /// <summary>The resources that a filter matches, all of them and in no order: where they are few they are sorted faster here than by a database.</summary>
    public static string Keyed(ResourceTable table, string condition) => string.Concat(Fixed[table].Keyed, condition);

    /// <summary>How many resources a filter matches, and a page of them, in no order. One row at least: without a resource it has only the count, which comes last.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="condition">The filter's condition.</param>
    /// <param name="reach">How the rows are found. Where all are looked at, a condition that always holds makes SQLite look in the order in which they lie.</param>
    /// <remarks>The rows are counted and sorted by what indexes hold of them, so that bodies are read for the page alone.</remarks>
    public static string Matching(ResourceTable table, string condition, FilterReach reach) =>
        $"WITH m AS MATERIALIZED (SELECT {Row}.\"RowId\", {Row}.\"Ordinal\" {Fixed[table].From} AND {condition}{(reach is FilterReach.All ? $" AND {Row}.\"Ordinal\" >= 0" : "")}) "
        + $"SELECT {Listed}, n.\"Count\" FROM (SELECT COUNT(*) AS \"Count\" FROM m) AS n "
        + $"LEFT JOIN (SELECT m.\"RowId\" FROM m ORDER BY m.\"Ordinal\" {Limit} OFFSET {Skip}) AS p ON TRUE LEFT JOIN \"{table.Name}\" AS {Row} ON {Row}.\"RowId\" = p.\"RowId\"";

    /// <summary>A page of the resources that a filter matches, behind a place in the stable order; in no order.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="condition">The filter's condition.</param>
    /// <param name="reach">How the rows are found. Those that another index finds are sorted, or SQLite would rather look at all rows than sort a few.</param>
    public static string MatchingBehind(ResourceTable table, string condition, FilterReach reach)
    {
        var sorted = reach is FilterReach.All ? "" : "+";
        return $"WITH p AS (SELECT {Row}.\"RowId\" {Fixed[table].From} AND {condition} AND {sorted}{Row}.\"Ordinal\" > {After} ORDER BY {sorted}{Row}.\"Ordinal\" {Limit}) "
            + $"SELECT {Listed} FROM p JOIN \"{table.Name}\" AS {Row} ON {Row}.\"RowId\" = p.\"RowId\"";
    }

    /// <summary>Resources by the numbers of their rows, in no order; the number comes last.</summary>
    public static string ByRow(ResourceTable table, SqlDialect dialect) =>
        $"SELECT {Listed}, {Row}.\"RowId\" FROM \"{table.Name}\" AS {Row} WHERE {dialect.RowIsAmong($"{Row}.\"RowId\"", Rows)}";

    /// <summary>One resource, if the client can see it.</summary>
    public static string OneOf(ResourceTable table, string? condition) => condition is null ? One(table) : $"{One(table)} AND {condition}";

    /// <summary>Which of some ids have resources that meet the condition.</summary>
    public static string Among(ResourceTable table, string condition, SqlDialect dialect) =>
        $"SELECT {Row}.\"Id\" {Fixed[table].From} AND {dialect.RowIsAmong($"{Row}.\"Id\"", Ids)} AND {condition}";

    /// <summary>Which table (by its place) and row come in the client's order.</summary>
    /// <param name="query">The query; it has an order.</param>
    /// <param name="parameters">Receives the literals.</param>
    /// <param name="dialect">The database's words.</param>
    /// <param name="isBounded">Whether the SQL itself skips and takes, because nothing needs to be counted.</param>
    public static string Sorted(ListQuery query, QueryParameters parameters, SqlDialect dialect, bool isBounded)
    {
        var parts = new List<string>();
        var type = SqlType.Text;
        var descending = false;
        var visible = query.Visible is null ? null : new VisibleSql(dialect, parameters, query.Visible);
        for (var index = 0; index < query.Tables.Count; index++)
        {
            var attributes = new AttributeSql(dialect, query.Tables[index], parameters, visible);
            var key = "NULL";
            if (query.Sort![index] is { } sort)
            {
                (type, descending) = (SqlTypes.Of(sort.Attribute.Target.Type), sort.Descending);
                key = new SortSql(attributes).Key(sort);
            }

            var condition = query.Filters is null ? "TRUE" : new FilterSql(dialect, attributes, parameters).Condition(query.Filters[index]);
            condition = visible?.Condition(query.Tables[index]) is { } isVisible ? $"{condition} AND {isVisible}" : condition;
            parts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT {index} AS \"Place\", {Row}.\"RowId\" AS \"RowId\", {Row}.\"Ordinal\" AS \"Ordinal\", {key} AS \"Key\" {Fixed[query.Tables[index]].From} AND {condition}"));
        }

        var column = type is SqlType.Text ? dialect.Ordinal("s.\"Key\"") : "s.\"Key\"";
        return $"SELECT s.\"Place\", s.\"RowId\" FROM ({string.Join(" UNION ALL ", parts)}) AS s "
            + $"ORDER BY {SortSql.Order(column, descending)}, s.\"Place\", s.\"Ordinal\"{(isBounded ? $" {Limit} OFFSET {Skip}" : "")}";
    }

    /// <summary>The condition of a client's filter, and that the client can see the row; one of the two at least.</summary>
    public static string Condition(BoundFilter? filter, ListQuery query, ResourceTable table, QueryParameters parameters, SqlDialect dialect)
    {
        var visible = query.Visible is null ? null : new VisibleSql(dialect, parameters, query.Visible);
        var isVisible = visible?.Condition(table);
        if (filter is null)
        {
            return isVisible ?? "TRUE";
        }

        var condition = new FilterSql(dialect, new AttributeSql(dialect, table, parameters, visible), parameters).Condition(filter);
        return isVisible is null ? condition : $"({condition} AND {isVisible})";
    }

    private static string From(ResourceTable table) => $"FROM \"{table.Name}\" AS {Row} WHERE {AttributeSql.AtVersion(Row)}";

    private sealed record TableSql(string From, string One, string FromAnchor, string Behind, string Keyed);
}

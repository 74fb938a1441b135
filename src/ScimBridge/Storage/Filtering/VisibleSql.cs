using ScimBridge.Storage.Reading;

namespace ScimBridge.Storage.Filtering;

/// <summary>Says in SQL which users and groups a restricted client can see, where other resources name them.</summary>
/// <remarks>A restriction looks at resources as they are stored; only what its client asks for looks at them as they are shown.</remarks>
internal sealed class VisibleSql(SqlDialect dialect, QueryParameters parameters, Visibility visibility)
{
    private readonly Dictionary<ResourceTable, string?> conditions = [];

    /// <summary>Adds what follows a digest in an entity tag.</summary>
    /// <returns>Its name in the SQL.</returns>
    public string AddTagEnd() => parameters.Add(visibility.TagEndOf(parameters.VersionRead));

    /// <summary>The condition that the rows of a table, called <see cref="AttributeSql.Row"/>, can be seen; null when all can.</summary>
    public string? Condition(ResourceTable table)
    {
        if (!conditions.TryGetValue(table, out var condition))
        {
            condition = visibility.Of(table) is { } filter
                ? new FilterSql(dialect, new AttributeSql(dialect, table, parameters), parameters).Condition(filter)
                : null;
            conditions.Add(table, condition);
        }

        return condition;
    }

    /// <summary>The condition that an id is one of a resource that can be seen; null when all can. NULL for no id.</summary>
    /// <param name="id">The expression of the id.</param>
    /// <param name="table">Where the resource is.</param>
    /// <param name="isKey">Whether the id is in the form in which text that ignores case is compared.</param>
    public string? IsVisible(string id, ResourceTable table, bool isKey = false)
    {
        const string Id = $"{AttributeSql.Row}.\"Id\"";
        return Condition(table) is { } condition
            ? $"{id} IN (SELECT {(isKey ? $"upper({Id})" : Id)} FROM \"{table.Name}\" AS {AttributeSql.Row} WHERE {AttributeSql.AtVersion(AttributeSql.Row)} AND {condition})"
            : null;
    }
}

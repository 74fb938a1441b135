using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Searching;
using ScimBridge.Protocol.Sorting;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>Understands what a client asks for.</summary>
internal sealed class ScimQueryReader(DirectorySchemas schemas, FilterLimits limits)
{
    /// <summary>Reads the query string of a list.</summary>
    /// <exception cref="ScimException">400: a parameter is malformed or given twice.</exception>
    public static ListParameters ParametersOf(IQueryCollection query) => query.Count == 0 ? new ListParameters() : new ListParameters
    {
        Filter = Parameter(query, "filter"),
        SortBy = Parameter(query, "sortBy"),
        SortOrder = Parameter(query, "sortOrder"),
        StartIndex = Parameter(query, "startIndex"),
        Count = Parameter(query, "count"),
        Cursor = Parameter(query, "cursor"),
        Attributes = Parameter(query, "attributes"),
        ExcludedAttributes = Parameter(query, "excludedAttributes"),
    };

    /// <summary>Checks what can be checked of a list of <paramref name="tables"/> before it is known which version is read.</summary>
    /// <exception cref="ScimException">400: a parameter is malformed, or does not go with another.</exception>
    public static ScimListRequest RequestOf(ListParameters parameters, IReadOnlyList<ResourceTable> tables) => new()
    {
        Tables = tables,
        Parameters = parameters,
        Page = Page(parameters, tables),
        Fingerprint = Fingerprint(parameters, tables),
    };

    /// <summary>The schemas by which a caller reads a version.</summary>
    /// <exception cref="ScimException">403: what the caller's token is restricted to is there no longer.</exception>
    public DirectorySchema SchemaOf(TokenBearer bearer, DirectoryVersion version) => schemas.Of(version, bearer.Restriction);

    /// <summary>Checks the rest by the schemas of the version that is read.</summary>
    /// <exception cref="ScimException">400: a parameter is malformed, or does not go with another.</exception>
    public ScimQuery Read(ScimListRequest list, DirectorySchema schema)
    {
        var parameters = list.Parameters;
        var types = new string[list.Tables.Count];
        var selections = new AttributeSelection[types.Length];
        for (var index = 0; index < types.Length; index++)
        {
            types[index] = list.Tables[index].ResourceType;
            selections[index] = Selection(parameters, types[index], schema);
        }

        return new ScimQuery
        {
            List = list,
            Selections = selections,
            Filters = parameters.Filter is null
                ? null
                : FilterBinder.BindAcross(FilterParser.Parse(parameters.Filter, limits), schema.Catalog, types),
            Sort = SortKey.Parse(parameters.SortBy, parameters.SortOrder, schema.Catalog, types),
        };
    }

    /// <summary>Which attributes of a single resource a client wants.</summary>
    /// <exception cref="ScimException">400: both parameters are given, or one of them twice.</exception>
    public static AttributeSelection SelectionOf(IQueryCollection query, ResourceTable table, DirectorySchema schema) =>
        Selection(ParametersOf(query), table.ResourceType, schema);

    private static PageRequest Page(ListParameters parameters, IReadOnlyList<ResourceTable> tables)
    {
        if (parameters.Cursor is null)
        {
            return PageRequest.Parse(parameters.StartIndex, parameters.Count, ScimQuery.DefaultCount, ScimQuery.MaxCount);
        }

        if (parameters.StartIndex is not null)
        {
            throw ScimException.InvalidValue("cursor and startIndex cannot be used together; page by one or the other.");
        }

        return tables.Count == 1
            ? new PageRequest(1, PageRequest.ParseCursorCount(parameters.Count, ScimQuery.DefaultCount, ScimQuery.MaxCount))
            : throw ScimException.InvalidValue("Users and Groups together are paged by startIndex; walk /Users and /Groups by cursor one after the other.");
    }

    // Letter case means nothing outside the quotes of a filter, and RFC 9865's own example changes it between pages.
    private static string Fingerprint(ListParameters parameters, IReadOnlyList<ResourceTable> tables)
    {
        var names = tables.Count == 1 ? tables[0].Name : string.Join(',', tables.Select(table => table.Name));
        var filter = parameters.Filter is null ? "" : string.Create(parameters.Filter.Length, parameters.Filter, UpperOutsideQuotes);
        return parameters is { SortBy: null, SortOrder: null, Attributes: null, ExcludedAttributes: null }
            ? string.Concat(names, "\n", filter)
            : string.Join(
                '\n',
                [names, filter, .. ((string?[])[parameters.SortBy, parameters.SortOrder, parameters.Attributes, parameters.ExcludedAttributes]).Select(other => other?.ToUpperInvariant())]);
    }

    private static void UpperOutsideQuotes(Span<char> upper, string filter)
    {
        var quoted = false;
        for (var index = 0; index < filter.Length; index++)
        {
            var c = filter[index];
            upper[index] = quoted ? c : char.ToUpperInvariant(c);
            if (quoted && c == '\\' && index + 1 < filter.Length)
            {
                index++;
                upper[index] = filter[index];
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
        }
    }

    private static string? Parameter(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values))
        {
            return null;
        }

        return values.Count == 1 ? values[0] ?? "" : throw ScimException.InvalidValue($"{name} is given {values.Count} times; give it once.");
    }

    private static AttributeSelection Selection(ListParameters parameters, string type, DirectorySchema schema) =>
        parameters is { Attributes: null, ExcludedAttributes: null }
            ? schema.WholeOf(type)
            : AttributeSelection.Parse(parameters.Attributes, parameters.ExcludedAttributes, type, schema.Catalog);
}

using System.Collections.Frozen;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Protocol.Searching;
using ScimBridge.Protocol.Sorting;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>Understands what a client asks for.</summary>
internal sealed class ScimQueryReader(SchemaCatalog catalog, FilterLimits limits)
{
    private readonly FrozenDictionary<string, AttributeSelection> whole = catalog.ResourceTypes.ToFrozenDictionary(
        type => type.Name, type => AttributeSelection.Parse(null, null, type.Name, catalog));

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

    /// <summary>Checks what was asked of the list of <paramref name="tables"/>.</summary>
    /// <exception cref="ScimException">400: a parameter is malformed, or does not go with another.</exception>
    public ScimQuery Read(ListParameters parameters, IReadOnlyList<ResourceTable> tables)
    {
        var types = new string[tables.Count];
        var selections = new AttributeSelection[tables.Count];
        for (var index = 0; index < types.Length; index++)
        {
            types[index] = tables[index].ResourceType;
            selections[index] = Selection(parameters, types[index]);
        }

        return new ScimQuery
        {
            Tables = tables,
            Selections = selections,
            Filters = parameters.Filter is null
                ? null
                : FilterBinder.BindAcross(FilterParser.Parse(parameters.Filter, limits), catalog, types),
            Sort = SortKey.Parse(parameters.SortBy, parameters.SortOrder, catalog, types),
            Page = Page(parameters, tables),
            Cursor = parameters.Cursor,
            Fingerprint = Fingerprint(parameters, tables),
        };
    }

    /// <summary>Which attributes of a single resource a client wants.</summary>
    /// <exception cref="ScimException">400: both parameters are given, or one of them twice.</exception>
    public AttributeSelection SelectionOf(IQueryCollection query, ResourceTable table) => Selection(ParametersOf(query), table.ResourceType);

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

    private AttributeSelection Selection(ListParameters parameters, string type) => parameters is { Attributes: null, ExcludedAttributes: null }
        ? whole[type]
        : AttributeSelection.Parse(parameters.Attributes, parameters.ExcludedAttributes, type, catalog);
}

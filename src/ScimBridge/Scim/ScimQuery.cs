using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Scim;

/// <summary>A read as the client asked for it (RFC 7644 sections 3.4.2 and 3.9).</summary>
/// <param name="Page">Which part of a list.</param>
/// <param name="Filter">Which resources; null for all.</param>
/// <param name="Selection">Which attributes.</param>
internal sealed record ScimQuery(PageRequest Page, BoundFilter? Filter, AttributeSelection Selection)
{
    /// <summary>How many resources a page has when the client does not say.</summary>
    public const int DefaultCount = 100;

    /// <summary>How many resources a page has at most.</summary>
    public const int MaxCount = 1000;

    /// <summary>Reads the query of a list.</summary>
    /// <exception cref="Protocol.ScimException">400: a parameter is malformed.</exception>
    public static ScimQuery Parse(HttpRequest request, SchemaCatalog catalog, string resourceType)
    {
        var query = request.Query;
        var filter = Parameter(query, "filter");
        return new ScimQuery(
            PageRequest.Parse(Parameter(query, "startIndex"), Parameter(query, "count"), DefaultCount, MaxCount),
            filter is null ? null : FilterBinder.Bind(FilterParser.Parse(filter, FilterLimits.Default), catalog, resourceType),
            SelectionOf(request, catalog, resourceType));
    }

    /// <summary>Reads which attributes a client wants.</summary>
    /// <exception cref="Protocol.ScimException">400 invalidValue: both parameters are given.</exception>
    public static AttributeSelection SelectionOf(HttpRequest request, SchemaCatalog catalog, string resourceType) => AttributeSelection.Parse(
        Parameter(request.Query, "attributes"), Parameter(request.Query, "excludedAttributes"), resourceType, catalog);

    private static string? Parameter(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;
}

using System.Linq.Expressions;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Query.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.OData;

namespace ScimBridge.Reporting;

/// <summary>Answers a query option by option, every one of them in SQL.</summary>
internal static class ReportQuery
{
    /// <summary>How many rows a page holds at most; more come by <c>@odata.nextLink</c>.</summary>
    public const int PageSize = 1000;

    /// <summary>The largest <c>$top</c>.</summary>
    public const int MaxTop = 10_000;

    private static readonly ODataQuerySettings s_settings = new() { HandleNullPropagation = HandleNullPropagationOption.False };

    private static readonly ODataValidationSettings s_limits = new()
    {
        AllowedQueryOptions = AllowedQueryOptions.Filter | AllowedQueryOptions.Select | AllowedQueryOptions.OrderBy
            | AllowedQueryOptions.Top | AllowedQueryOptions.Skip | AllowedQueryOptions.Count | AllowedQueryOptions.SkipToken
            | AllowedQueryOptions.Format,
        AllowedFunctions = AllowedFunctions.Contains | AllowedFunctions.StartsWith | AllowedFunctions.EndsWith,
        AllowedArithmeticOperators = AllowedArithmeticOperators.None,
        AllowedLogicalOperators = AllowedLogicalOperators.All & ~AllowedLogicalOperators.Has,
        MaxTop = MaxTop,
        MaxNodeCount = 60,
        MaxOrderByNodeCount = 4,
    };

    /// <summary>Checks the query and tells where its page begins.</summary>
    /// <exception cref="ODataException">The query is malformed or asks for more than the feed offers.</exception>
    public static ReportPageToken Begin<TRow>(ODataQueryOptions<TRow> options, int currentVersion)
    {
        if (options.Request.Query.Keys.FirstOrDefault(key => key.StartsWith('$') && !ODataQueryOptions.IsSystemQueryOption(key)) is { } unknown)
        {
            throw new ODataException($"The query option '{unknown}' is unknown.");
        }

        // PostgreSQL has no text with U+0000, so nothing can match it.
        if (options.Request.Query.Any(option => option.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true)))
        {
            throw new ODataException("The query holds the character U+0000.");
        }

        if (options.RawValues.Format is { } format && format != "json" && !format.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ODataException("The feed comes as JSON only.");
        }

        options.Validate(s_limits);
        return ReportPageToken.Of(options.SkipToken?.RawValue, currentVersion, options.Skip?.Value ?? 0);
    }

    /// <summary>One page of the rows, with the count and the link to the next page noted for the answer.</summary>
    /// <exception cref="ODataException">The query can't be said in SQL.</exception>
    public static async Task<IReadOnlyList<TRow>> PageAsync<TRow, TKey>(
        ODataQueryOptions<TRow> options, IQueryable<TRow> rows, Expression<Func<TRow, TKey>> stableOrder, ReportPageToken begin,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(options, rows, stableOrder, begin, cancellationToken);
        }
        catch (Exception untranslatable) when (untranslatable is InvalidOperationException or NotSupportedException or NotImplementedException
            or ArgumentException or FormatException or OverflowException)
        {
            throw new ODataException("The feed can't answer this query. Filter on properties with comparisons, contains, startswith and endswith.", untranslatable);
        }
    }

    private static async Task<IReadOnlyList<TRow>> ReadAsync<TRow, TKey>(
        ODataQueryOptions<TRow> options, IQueryable<TRow> rows, Expression<Func<TRow, TKey>> stableOrder, ReportPageToken begin,
        CancellationToken cancellationToken)
    {
        var feature = options.Request.ODataFeature();
        if (options.Filter is { } filter)
        {
            rows = (IQueryable<TRow>)filter.ApplyTo(rows, s_settings);
        }

        if (options.Count?.Value is true)
        {
            feature.TotalCount = await rows.LongCountAsync(cancellationToken);
        }

        feature.SelectExpandClause = options.SelectExpand?.SelectExpandClause;
        var sorted = options.OrderBy is { } orderBy ? NullsFirst.Apply(orderBy.ApplyTo(rows, s_settings)).ThenBy(stableOrder) : rows.OrderBy(stableOrder);
        var wanted = options.Top is { } top ? Math.Max(0, top.Value - (begin.Offset - (options.Skip?.Value ?? 0))) : int.MaxValue;
        var size = Math.Min(PageSize, wanted);
        if (size == 0)
        {
            return [];
        }

        var page = await sorted.Skip(begin.Offset).Take(size + 1).ToListAsync(cancellationToken);
        if (page.Count > size)
        {
            page.RemoveAt(size);
            if (size < wanted)
            {
                feature.NextLink = ReportLinks.Next(options.Request, begin with { Offset = begin.Offset + size });
            }
        }

        return page;
    }
}

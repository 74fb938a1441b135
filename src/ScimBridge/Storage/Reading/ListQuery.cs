using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Sorting;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Which part of which list to read, at one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Tables">What is listed, one after the other unless <paramref name="Sort"/> mixes them.</param>
/// <param name="Filters">A filter a table; null for all of every table.</param>
/// <param name="Sort">A key a table, null for one without the attribute; null as a whole for the stable order.</param>
/// <param name="BaseUrl">The SCIM base URL, which references are compared with.</param>
internal sealed record ListQuery(
    DirectoryVersion Version,
    IReadOnlyList<ResourceTable> Tables,
    IReadOnlyList<BoundFilter>? Filters,
    IReadOnlyList<SortKey?>? Sort,
    string BaseUrl)
{
    /// <summary>How many rows to skip.</summary>
    public int Skip { get; init; }

    /// <summary>The most rows to return.</summary>
    public int Take { get; init; }

    /// <summary>Where the page before ended: its last row's place in the stable order, in place of <see cref="Skip"/>.</summary>
    public int? After { get; init; }

    /// <summary>Whether the places in the stable order are wanted too, for going on behind the last.</summary>
    public bool WithOrdinals { get; init; }

    /// <summary>What the client can see; null for everything.</summary>
    public Visibility? Visible { get; init; }

    /// <summary>Whether every row of every table is in the list.</summary>
    public bool IsWhole => Filters is null && Visible is null or { IsOfAll: true };

    /// <summary>Whether a page is found without looking at more than a few rows beside its own, whatever the directory's size.</summary>
    public bool IsQuick => Sort is null && Visible is null && (Filters is null || Filters.All(filter => FilterSql.ReachOf(filter) is FilterReach.Few));

    /// <summary>How many rows the whole list has, where that is known already.</summary>
    public int? KnownTotal { get; init; }
}

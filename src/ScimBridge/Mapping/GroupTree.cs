using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>Which groups of a nested list are above which.</summary>
internal static class GroupTree
{
    /// <summary>The groups above each group of a source that inherits, from the root down.</summary>
    public static IReadOnlyDictionary<GroupKey, IReadOnlyList<GroupKey>> Above(
        IReadOnlyList<GroupSource> sources, IReadOnlyList<CatalogueItem> catalogue)
    {
        var above = new Dictionary<GroupKey, IReadOnlyList<GroupKey>>();
        foreach (var source in sources.Where(source => source is { Inherit: true, Field: not null }))
        {
            var items = catalogue.Where(item => item.Field == source.Field).ToList();
            var byPath = items.Where(item => item.Path.Count > 0)
                .GroupBy(item => PathOf(item, item.Path.Count), StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.MinBy(item => item.Id, StringComparer.Ordinal)!.Id, StringComparer.Ordinal);
            foreach (var item in items)
            {
                var ancestors = item.Ancestors.Count > 0 ? item.Ancestors : ByPath(item, byPath);
                if (ancestors.Count > 0)
                {
                    above[new GroupKey(source.Key, item.Id)] = [.. ancestors.Select(ancestor => new GroupKey(source.Key, ancestor))];
                }
            }
        }

        return above;
    }

    // Of a list that can't be read only the names of the last sync are known.
    private static List<string> ByPath(CatalogueItem item, Dictionary<string, string> byPath) =>
        [.. Enumerable.Range(1, Math.Max(0, item.Path.Count - 1)).Select(length => byPath.GetValueOrDefault(PathOf(item, length))).OfType<string>()];

    private static string PathOf(CatalogueItem item, int length) => string.Join('\n', item.Path.Take(length));
}

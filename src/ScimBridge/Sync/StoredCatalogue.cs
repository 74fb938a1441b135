using ScimBridge.Employees;
using ScimBridge.Mapping;

namespace ScimBridge.Sync;

/// <summary>Stands in for lists that could not be read: a failed read of a list removes no group.</summary>
internal static class StoredCatalogue
{
    /// <summary>The items that were read, and for each list that was not the items that the stored groups were made from.</summary>
    public static IReadOnlyList<CatalogueItem> Complete(EmployeeRead read, SyncScope scope)
    {
        if (read.UnreadableCatalogues.Count == 0)
        {
            return read.Catalogue;
        }

        var items = new List<CatalogueItem>(read.Catalogue);
        foreach (var source in scope.Mapping.SourcesOf(read.UnreadableCatalogues))
        {
            var prefix = new GroupKey(source.Key, string.Empty).ExternalId;
            items.AddRange(scope.Groups.Values
                .Where(group => group.ExternalId.StartsWith(prefix, StringComparison.Ordinal))
                .Select(group => Item(source.Field!, group.ExternalId[prefix.Length..], group.ItemPath)));
        }

        return items;
    }

    private static CatalogueItem Item(string field, string itemId, string? itemPath)
    {
        var path = itemPath?.Split('\n') ?? [];
        return new CatalogueItem(field, itemId, path.LastOrDefault() ?? string.Empty, path, [], Archived: false);
    }
}

using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>Decides which groups a directory has.</summary>
internal static class GroupCatalogue
{
    /// <summary>The groups by source and ordinal item id, the same ones whatever the order of what is given.</summary>
    /// <remarks>
    /// Every item that the HR system offers is a group, members or not, so that a client can grant rights before the
    /// first person joins. An archived item, or one in no list (a list that can't be read, or an item just removed), is a
    /// group for as long as somebody holds it, or people would lose rights through tidying up.
    /// </remarks>
    public static IReadOnlyList<WantedGroup> Build(
        string directoryKey, IReadOnlyList<GroupSource> sources, IReadOnlyList<CatalogueItem> catalogue, IEnumerable<HeldGroup> held)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(held);
        var heldNames = HeldNames(held);
        var drafts = new Dictionary<GroupKey, GroupNameDraft>();
        foreach (var source in sources.Where(source => source.Field is not null))
        {
            AddListed(source, catalogue.Where(item => item.Field == source.Field), heldNames, drafts);
        }

        var labels = sources.ToDictionary(source => source.Key, source => source.Label, StringComparer.Ordinal);
        foreach (var (key, name) in heldNames)
        {
            drafts.TryAdd(key, new GroupNameDraft(key, labels[key.Source], name, []));
        }

        var ordered = drafts.Values
            .OrderBy(draft => draft.Key.Source, StringComparer.Ordinal).ThenBy(draft => draft.Key.ItemId, StringComparer.Ordinal).ToList();
        return
        [
            .. GroupNames.Unique(ordered).Zip(ordered, (name, draft) => new WantedGroup(
                ResourceIds.Group(directoryKey, draft.Key), draft.Key.ExternalId, draft.Key, name) { ItemPath = draft.ItemPath }),
        ];
    }

    private static void AddListed(
        GroupSource source,
        IEnumerable<CatalogueItem> items,
        Dictionary<GroupKey, string?> heldNames,
        Dictionary<GroupKey, GroupNameDraft> drafts)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);

        // An item listed twice counts as offered if either entry is.
        foreach (var item in items.OrderBy(item => item.Archived).ThenBy(item => item.Name, StringComparer.Ordinal))
        {
            var key = new GroupKey(source.Key, item.Id);
            if (listed.Add(item.Id) && (!item.Archived || heldNames.ContainsKey(key)))
            {
                var name = CleanText.Of(item.Name) ?? heldNames.GetValueOrDefault(key);
                drafts.Add(key, new GroupNameDraft(key, source.Label, name, item.Path));
            }
        }
    }

    // People read at different moments may carry an item's old and new name; the ordinally first is at least always the same.
    private static Dictionary<GroupKey, string?> HeldNames(IEnumerable<HeldGroup> held)
    {
        var names = new Dictionary<GroupKey, string?>();
        foreach (var (key, given) in held)
        {
            var name = CleanText.Of(given);
            if (!names.TryGetValue(key, out var known) || (name is not null && (known is null || string.CompareOrdinal(name, known) < 0)))
            {
                names[key] = name;
            }
        }

        return names;
    }
}

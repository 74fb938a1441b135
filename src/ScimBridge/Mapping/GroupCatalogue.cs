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
        string directoryKey, IReadOnlyList<CatalogueItem> catalogue, IEnumerable<HeldItem> held)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(held);
        var heldNames = HeldNames(held);
        var drafts = new Dictionary<(GroupSource, string), GroupNameDraft>();
        var listed = new HashSet<(GroupSource, string)>();

        // An item listed twice counts as offered if either entry is.
        foreach (var item in catalogue.OrderBy(item => item.Archived).ThenBy(item => item.Name, StringComparer.Ordinal))
        {
            var key = (item.Source, item.Id);
            if (listed.Add(key) && (!item.Archived || heldNames.ContainsKey(key)))
            {
                var name = CleanText.Of(item.Name) ?? heldNames.GetValueOrDefault(key);
                drafts.Add(key, new GroupNameDraft(item.Source, item.Id, name, item.Path));
            }
        }

        foreach (var ((source, itemId), name) in heldNames)
        {
            drafts.TryAdd((source, itemId), new GroupNameDraft(source, itemId, name, []));
        }

        var ordered = drafts.Values.OrderBy(draft => draft.Source).ThenBy(draft => draft.ItemId, StringComparer.Ordinal).ToList();
        return
        [
            .. GroupNames.Unique(ordered).Zip(ordered, (name, draft) => new WantedGroup(
                ResourceIds.Group(directoryKey, draft.Source, draft.ItemId),
                ResourceIds.GroupExternalId(draft.Source, draft.ItemId),
                draft.Source,
                draft.ItemId,
                name) { ItemPath = draft.ItemPath }),
        ];
    }

    // People read at different moments may carry an item's old and new name; the ordinally first is at least always the same.
    private static Dictionary<(GroupSource, string), string?> HeldNames(IEnumerable<HeldItem> held)
    {
        var names = new Dictionary<(GroupSource, string), string?>();
        foreach (var (source, item) in held)
        {
            var key = (source, item.Id);
            var name = CleanText.Of(item.Name);
            if (!names.TryGetValue(key, out var known) || (name is not null && (known is null || string.CompareOrdinal(name, known) < 0)))
            {
                names[key] = name;
            }
        }

        return names;
    }
}

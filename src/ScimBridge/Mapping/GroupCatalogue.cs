using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping;

/// <summary>Decides which groups a directory has.</summary>
internal static class GroupCatalogue
{
    /// <summary>The groups as they are unless settings say otherwise, by source and ordinal item id, the same ones whatever the order of what is given.</summary>
    /// <remarks>
    /// Every item that the HR system offers is a group, members or not, so that a client can grant rights before the
    /// first person joins. An archived item, or one in no list (a list that can't be read, or an item just removed), is a
    /// group for as long as somebody holds it, or people would lose rights through tidying up.
    /// </remarks>
    public static WantedGroups Build(
        string directoryKey, IReadOnlyList<GroupSource> sources, IReadOnlyList<CatalogueItem> catalogue, IEnumerable<HeldGroup> held) =>
        Build(directoryKey, new GroupSettings(), sources, catalogue, held, _ => null);

    /// <summary>The groups as the settings want them.</summary>
    /// <param name="directoryKey">The directory's key, from which ids are made.</param>
    /// <param name="settings">What is shown.</param>
    /// <param name="sources">What groups are made from.</param>
    /// <param name="catalogue">The lists as read.</param>
    /// <param name="held">The groups that people belong to.</param>
    /// <param name="displayNameOf">The displayName of the user who is an employee; null for one who is none.</param>
    public static WantedGroups Build(
        string directoryKey,
        GroupSettings settings,
        IReadOnlyList<GroupSource> sources,
        IReadOnlyList<CatalogueItem> catalogue,
        IEnumerable<HeldGroup> held,
        Func<string, string?> displayNameOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(held);
        var heldNames = HeldNames(held);
        var drafts = new Dictionary<GroupKey, GroupNameDraft>();
        var hidden = new HashSet<GroupKey>();
        foreach (var source in sources)
        {
            foreach (var (itemId, name) in source.Fixed)
            {
                var key = new GroupKey(source.Key, itemId);
                drafts.Add(key, new GroupNameDraft(key, source.Label, CleanText.Of(name), []));
            }

            if (source.Field is not null)
            {
                var items = catalogue.Where(item => item.Field == source.Field).ToList();
                AddListed(source, items, heldNames, drafts);
                if (settings.ArchivedGroups is ArchivedGroups.Never)
                {
                    Hide(source, items, drafts, hidden);
                }
            }
        }

        var labels = sources.ToDictionary(source => source.Key, source => source.Label, StringComparer.Ordinal);
        foreach (var (key, name) in heldNames.Where(pair => !hidden.Contains(pair.Key)))
        {
            AddHeld(key, labels[key.Source], name, displayNameOf, drafts);
        }

        var ordered = drafts.Values
            .OrderBy(draft => draft.Key.Source, StringComparer.Ordinal).ThenBy(draft => draft.Key.ItemId, StringComparer.Ordinal).ToList();
        return new WantedGroups(
            [
                .. GroupNames.Unique(ordered).Zip(ordered, (name, draft) => new WantedGroup(
                    ResourceIds.Group(directoryKey, draft.Key), draft.Key.ExternalId, draft.Key, name) { ItemPath = draft.ItemPath }),
            ],
            GroupTree.Above(sources, catalogue));
    }

    // The group of somebody's reports is there only for a somebody who is a user, and goes by that user's name.
    private static void AddHeld(
        GroupKey key, string label, string? name, Func<string, string?> displayNameOf, Dictionary<GroupKey, GroupNameDraft> drafts)
    {
        if (key.Source is not GroupKey.DirectReports)
        {
            drafts.TryAdd(key, new GroupNameDraft(key, label, name, []));
        }
        else if (displayNameOf(key.ItemId) is { } manager)
        {
            drafts.TryAdd(key, new GroupNameDraft(key, label, CleanText.Of($"Reports of {manager}"), []));
        }
    }

    // An item that is also listed as one in use is in use.
    private static void Hide(
        GroupSource source, List<CatalogueItem> items, Dictionary<GroupKey, GroupNameDraft> drafts, HashSet<GroupKey> hidden)
    {
        foreach (var item in items.GroupBy(item => item.Id, StringComparer.Ordinal).Where(entries => entries.All(entry => entry.Archived)))
        {
            var key = new GroupKey(source.Key, item.Key);
            hidden.Add(key);
            drafts.Remove(key);
        }
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

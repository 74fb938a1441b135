namespace ScimBridge.Mapping;

/// <summary>A group on its way to a name: each candidate is longer and less likely to be another group's than the one before.</summary>
internal sealed class GroupNameDraft(GroupKey key, string label, string? name, IReadOnlyList<string> path)
{
    /// <summary>What the group is made from.</summary>
    public GroupKey Key { get; } = key;

    /// <summary>The item's names from the root of its list down, a line each; null when it has none.</summary>
    public string? ItemPath { get; } = path.Count > 0 ? string.Join('\n', path) : name;

    /// <summary>
    /// The names to try in turn. An item without a name goes by its identifier, because a group must have a name that
    /// does not change with its members.
    /// </summary>
    public IReadOnlyList<string> Candidates { get; } = CandidatesOf(key.ItemId, label, name, path);

    private static string[] CandidatesOf(string itemId, string label, string? name, IReadOnlyList<string> path)
    {
        var plain = name ?? CleanText.Of(itemId) ?? label;
        var parts = path.Select(CleanText.Of).OfType<string>().ToList();
        var qualified = parts.Count > 1 ? string.Join(" / ", parts) : $"{label}: {plain}";
        return [plain, qualified, CleanText.Of($"{qualified} ({itemId})")!];
    }
}

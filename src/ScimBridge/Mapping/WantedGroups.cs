using System.Collections;

namespace ScimBridge.Mapping;

/// <summary>The groups that a directory should have, and who belongs to which.</summary>
internal sealed class WantedGroups : IReadOnlyList<WantedGroup>
{
    private readonly IReadOnlyList<WantedGroup> groups;
    private readonly Dictionary<GroupKey, WantedGroup> byKey;
    private readonly IReadOnlyDictionary<GroupKey, IReadOnlyList<GroupKey>> above;

    /// <summary>Takes in the groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="above">The groups of which whoever belongs to one is a member too.</param>
    public WantedGroups(IReadOnlyList<WantedGroup> groups, IReadOnlyDictionary<GroupKey, IReadOnlyList<GroupKey>> above)
    {
        (this.groups, this.above) = (groups, above);
        byKey = groups.ToDictionary(group => group.Key);
    }

    /// <inheritdoc/>
    public int Count => groups.Count;

    /// <inheritdoc/>
    public WantedGroup this[int index] => groups[index];

    /// <summary>The groups of a person, each once: those held, and those that they imply.</summary>
    public IReadOnlyList<WantedGroup> Of(IReadOnlyList<HeldGroup> held)
    {
        var found = new List<WantedGroup>(held.Count);
        foreach (var group in held)
        {
            Add(found, group.Key);
            foreach (var key in above.GetValueOrDefault(group.Key) ?? [])
            {
                Add(found, key);
            }
        }

        return found;
    }

    /// <summary>The held group that puts a person into <paramref name="key"/>; null when none does.</summary>
    public GroupKey? CauseOf(GroupKey key, IReadOnlyList<HeldGroup> held) =>
        held.Select(group => (GroupKey?)group.Key)
            .FirstOrDefault(cause => cause == key || above.GetValueOrDefault(cause!.Value)?.Contains(key) == true);

    /// <inheritdoc/>
    public IEnumerator<WantedGroup> GetEnumerator() => groups.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(List<WantedGroup> found, GroupKey key)
    {
        if (byKey.TryGetValue(key, out var group) && !found.Contains(group))
        {
            found.Add(group);
        }
    }
}

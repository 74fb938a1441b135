using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Decides who is in which group: everybody active who holds the item that the group is made from.</summary>
internal sealed class GroupPlanner
{
    private readonly SyncScope scope;
    private readonly Dictionary<string, WantedGroup> groups;
    private readonly Dictionary<GroupKey, WantedGroup> byKey;
    private readonly Dictionary<string, List<RosterEntry>> members;

    /// <summary>Puts everybody of <paramref name="roster"/> in their groups.</summary>
    public GroupPlanner(SyncScope scope, IReadOnlyList<WantedGroup> wanted, Roster roster)
    {
        this.scope = scope;
        groups = wanted.ToDictionary(group => group.Id, StringComparer.Ordinal);
        byKey = wanted.ToDictionary(group => group.Key);
        members = wanted.ToDictionary(group => group.Id, _ => new List<RosterEntry>(), StringComparer.Ordinal);
        foreach (var entry in roster.Entries.Values)
        {
            foreach (var group in GroupsOf(entry))
            {
                members[group.Id].Add(entry);
            }
        }
    }

    /// <summary>How many groups there are to be.</summary>
    public int Count => groups.Count;

    /// <summary>The memberships that the user's resource lists.</summary>
    public IReadOnlyList<ScimGroupMembership> MembershipsOf(RosterEntry entry) =>
    [
        .. GroupsOf(entry).Select(group => new ScimGroupMembership
        {
            Value = group.Id,
            Ref = new ResourceReference($"Groups/{group.Id}"),
            Display = group.DisplayName,
            Type = "direct",
        }),
    ];

    /// <summary>The groups that are new, change or go; a group changes when its name or any member entry does.</summary>
    public IReadOnlyList<GroupChange> PlanGroups()
    {
        var changes = new List<GroupChange>();
        foreach (var group in groups.Values)
        {
            var digest = DigestOf(group, members[group.Id]);
            var stored = scope.Groups.GetValueOrDefault(group.Id);
            if (stored is null || stored.Hash != digest)
            {
                changes.Add(new GroupChange(group, stored, digest, members[group.Id].Count));
            }
        }

        changes.AddRange(scope.Groups.Values
            .Where(stored => !groups.ContainsKey(stored.Id))
            .Select(stored => new GroupChange(null, stored, stored.Hash, 0)));
        return changes;
    }

    /// <summary>The memberships that begin and end.</summary>
    public async Task<MembershipChanges> PlanMembershipsAsync(
        IAsyncEnumerable<StoredMembership> storedMemberships, CancellationToken cancellationToken)
    {
        var opening = new Dictionary<(string GroupId, string UserId), RosterEntry>();
        foreach (var (groupId, entries) in members)
        {
            foreach (var entry in entries)
            {
                opening.Add((groupId, entry.UserId), entry);
            }
        }

        var closed = new List<StoredMembership>();
        await foreach (var stored in storedMemberships.WithCancellation(cancellationToken))
        {
            var key = (stored.GroupId, stored.UserId);
            if (opening.TryGetValue(key, out var entry) && string.Equals(entry.Assessment.DisplayName, stored.Display, StringComparison.Ordinal))
            {
                opening.Remove(key);
            }
            else
            {
                closed.Add(stored);
            }
        }

        return new MembershipChanges(closed, [.. opening.Select(pair => new WantedMembership(pair.Key.GroupId, pair.Value))]);
    }

    private IEnumerable<WantedGroup> GroupsOf(RosterEntry entry) => entry.Active
        ? entry.Assessment.Groups.Select(held => byKey.GetValueOrDefault(held.Key)).OfType<WantedGroup>()
        : [];

    private static Digest DigestOf(WantedGroup group, List<RosterEntry> entries)
    {
        var input = new DigestInput();
        input.Add(group.ExternalId);
        input.Add(group.DisplayName);
        foreach (var entry in entries.OrderBy(entry => entry.UserId, StringComparer.Ordinal))
        {
            input.Add(entry.UserId);
            input.Add(entry.Assessment.DisplayName);
        }

        return input.ToDigest();
    }
}

using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Decides who is in which group: everybody who holds the item that the group is made from and is active, or everybody at all if the directory wants it so.</summary>
internal sealed class GroupPlanner
{
    private readonly SyncScope scope;
    private readonly Dictionary<string, WantedGroup> groups;
    private readonly WantedGroups wanted;
    private readonly Dictionary<string, List<RosterEntry>> members;

    /// <summary>Puts everybody of <paramref name="roster"/> in their groups.</summary>
    public GroupPlanner(SyncScope scope, WantedGroups wanted, Roster roster)
    {
        (this.scope, this.wanted) = (scope, wanted);
        members = wanted.ToDictionary(group => group.Id, _ => new List<RosterEntry>(), StringComparer.Ordinal);
        foreach (var entry in roster.Entries.Values)
        {
            foreach (var group in GroupsOf(entry))
            {
                members[group.Id].Add(entry);
            }
        }

        // Only now that everybody is in their groups is it known which are empty; their names are taken all the same, so
        // that no other group is renamed when the first member joins.
        groups = wanted.Where(group => scope.Mapping.KeepsEmptyGroups || members[group.Id].Count > 0)
            .ToDictionary(group => group.Id, StringComparer.Ordinal);
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

    private IReadOnlyList<WantedGroup> GroupsOf(RosterEntry entry) =>
        entry.Active || scope.Mapping.IncludesInactiveMembers ? wanted.Of(entry.Assessment.Groups) : [];

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

using System.Text.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Puts a plan into the rows in which it is kept.</summary>
internal static class PlanRecords
{
    private const string User = "User";
    private const string Group = "Group";

    /// <summary>The plan itself, without its changes.</summary>
    public static PlanRecord Of(SyncWork work, PlanState state, IReadOnlyCollection<PlanChangeRecord> changes, IReadOnlyList<GateObjection> objections) => new()
    {
        RunId = work.Run.Id,
        DirectoryId = work.Id.Value,
        State = state,
        At = work.Now,
        BaseVersion = work.Lease.BaseVersion,
        Digest = DigestOf(changes).ToBytes(),
        Changes = changes.Count,
        Objections = objections.Count == 0 ? null : JsonSerializer.Serialize(objections, JsonSerializerOptions.Web),
    };

    /// <summary>The changes: users, then groups, then the memberships of groups that there were and will be.</summary>
    public static IEnumerable<PlanChangeRecord> Of(SyncPlan plan, DirectoryId directory, Guid runId)
    {
        foreach (var change in plan.Users.Where(change => change.Kind is not UserChangeKind.Refreshed))
        {
            yield return new PlanChangeRecord
            {
                RunId = runId,
                DirectoryId = directory.Value,
                Kind = KindOf(change.Kind),
                ResourceType = User,
                ResourceId = change.Entry.UserId,
                ExternalId = change.Entry.EmployeeId,
                DisplayName = change.Entry.Assessment.DisplayName,
                Reason = change.Entry.Reason,
                Attributes = change.Attributes,
                Hash = change.Hash.ToBytes(),
            };
        }

        foreach (var user in plan.Deleted)
        {
            yield return new PlanChangeRecord
            {
                RunId = runId,
                DirectoryId = directory.Value,
                Kind = PlanChangeKind.Deleted,
                ResourceType = User,
                ResourceId = user.Stored.Id,
                ExternalId = user.Stored.EmployeeId,
                DisplayName = user.Stored.UserName,
                Reason = user.Reason,
            };
        }

        foreach (var change in plan.Groups)
        {
            yield return Of(change, directory, runId);
        }

        foreach (var membership in Memberships(plan))
        {
            yield return membership with { RunId = runId, DirectoryId = directory.Value };
        }
    }

    /// <summary>The digest of all changes, whatever their order: two plans with one digest do the same.</summary>
    public static Digest DigestOf(IEnumerable<PlanChangeRecord> changes)
    {
        var input = new DigestInput();
        foreach (var key in changes.Select(KeyOf).Order(StringComparer.Ordinal))
        {
            input.Add(key);
        }

        return input.ToDigest();
    }

    /// <summary>What makes a change the same as one of another plan.</summary>
    /// <remarks>A group's members are part of its members' own resources, so of a group its name says enough.</remarks>
    public static string KeyOf(PlanChangeRecord change) => change.ResourceType == Group
        ? $"{change.Kind}|{change.ResourceId}|{change.MemberId ?? change.DisplayName}"
        : $"{change.Kind}|{change.ResourceId}|{(change.Hash is null ? "" : Convert.ToHexString(change.Hash))}";

    /// <summary>Whether each of the changes is also one of <paramref name="approved"/>.</summary>
    public static async Task<bool> IsWithinAsync(
        IReadOnlyCollection<PlanChangeRecord> changes, PlanStore plans, PlanRecord approved, CancellationToken cancellationToken)
    {
        const int BatchSize = 5000;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var after = 0L;
        while (true)
        {
            var batch = await plans.ChangesAsync(new DirectoryId(approved.DirectoryId), approved.RunId, kind: null, after, BatchSize, cancellationToken);
            keys.UnionWith(batch.Select(KeyOf));
            if (batch.Count < BatchSize)
            {
                return changes.All(change => keys.Contains(KeyOf(change)));
            }

            after = batch[^1].RowId;
        }
    }

    private static PlanChangeRecord Of(GroupChange change, DirectoryId directory, Guid runId) => new()
    {
        RunId = runId,
        DirectoryId = directory.Value,
        Kind = change switch
        {
            { Stored: null } => PlanChangeKind.Created,
            { Wanted: null } => PlanChangeKind.Deleted,
            _ => PlanChangeKind.Updated,
        },
        ResourceType = Group,
        ResourceId = change.Wanted?.Id ?? change.Stored!.Id,
        ExternalId = change.Wanted?.ExternalId ?? change.Stored!.ExternalId,
        DisplayName = change.Wanted?.DisplayName ?? change.Stored!.DisplayName,
        Attributes = change is { Wanted: { } wanted, Stored: { } stored } && wanted.DisplayName != stored.DisplayName
            ? AttributeChanges.ToJson([new AttributeChange("displayName", Json(stored.DisplayName), Json(wanted.DisplayName))])
            : null,
        Hash = change.Wanted is null ? null : change.Hash.ToBytes(),
    };

    private static IEnumerable<PlanChangeRecord> Memberships(SyncPlan plan)
    {
        var comingOrGoing = plan.Groups.Where(change => change.Stored is null || change.Wanted is null)
            .Select(change => change.Wanted?.Id ?? change.Stored!.Id).ToHashSet(StringComparer.Ordinal);
        var names = plan.Groups.Where(change => change.Wanted is not null)
            .ToDictionary(change => change.Wanted!.Id, change => change.Wanted!, StringComparer.Ordinal);
        foreach (var added in plan.Memberships.Added.Where(membership => !comingOrGoing.Contains(membership.GroupId)))
        {
            yield return Of(PlanChangeKind.MemberAdded, added.GroupId, added.Member.UserId, names);
        }

        foreach (var removed in plan.Memberships.Removed.Where(membership => !comingOrGoing.Contains(membership.GroupId)))
        {
            yield return Of(PlanChangeKind.MemberRemoved, removed.GroupId, removed.UserId, names);
        }
    }

    private static PlanChangeRecord Of(PlanChangeKind kind, string groupId, string userId, Dictionary<string, Mapping.WantedGroup> groups) => new()
    {
        Kind = kind,
        ResourceType = Group,
        ResourceId = groupId,
        ExternalId = groups.GetValueOrDefault(groupId)?.ExternalId ?? groupId,
        DisplayName = groups.GetValueOrDefault(groupId)?.DisplayName,
        MemberId = userId,
    };

    private static PlanChangeKind KindOf(UserChangeKind kind) => kind switch
    {
        UserChangeKind.Created => PlanChangeKind.Created,
        UserChangeKind.Updated => PlanChangeKind.Updated,
        UserChangeKind.Deactivated => PlanChangeKind.Deactivated,
        UserChangeKind.Reactivated => PlanChangeKind.Reactivated,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Readers see no such change."),
    };

    private static string Json(string text) => JsonSerializer.Serialize(text);
}

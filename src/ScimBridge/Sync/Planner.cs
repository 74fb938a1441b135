using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Makes the plan: decides what takes the whole directory to know, then goes through the people whose input changed.</summary>
internal sealed class Planner(
    SyncScope scope, Roster roster, PersonReader people, ResourceRenderer renderer, StoredDirectoryReader stored)
{
    private readonly UserNameAssignment userNames = scope.Mapping.AssignUserNames(
        [.. roster.Entries.Values.Select(entry => new UserNameClaim(
            entry.EmployeeId,
            entry.Assessment.UserName,
            entry.Assessment.Terminated,
            entry.MissingSince is not null,
            entry.Assessment.CreatedInSource))]);

    /// <summary>Plans users, groups and memberships.</summary>
    /// <param name="catalogue">The lists that groups are made from.</param>
    /// <param name="storedMemberships">The memberships of the published version.</param>
    /// <param name="cancellationToken">Stops planning.</param>
    public async Task<SyncPlan> PlanAsync(
        IReadOnlyList<CatalogueItem> catalogue, IAsyncEnumerable<StoredMembership> storedMemberships, CancellationToken cancellationToken)
    {
        var wanted = scope.Mapping.Groups(catalogue, roster.Entries.Values.SelectMany(entry => entry.Assessment.Groups), DisplayNameOf);
        var groups = new GroupPlanner(scope, wanted, roster);
        var memberships = await groups.PlanMembershipsAsync(storedMemberships, cancellationToken);
        var groupChanges = groups.PlanGroups();

        var effects = new PlanEffects();
        effects.CountGroups(scope.Groups.Count, groupChanges.Count(change => change.Wanted is null));
        var changes = new List<UserChange>();
        var unsure = new List<UserChange>(PersonReader.BatchSize);
        foreach (var entry in roster.Entries.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Stored is { } counted)
            {
                effects.Count(counted);
            }

            var facts = Facts(entry, groups);
            var inputHash = InputDigest.Of(scope.Mapping.Fingerprint, entry, facts);
            if (entry.Stored is null)
            {
                changes.Add(new UserChange(UserChangeKind.Created, entry, facts, inputHash));
            }
            else if (entry.Stored.InputHash != inputHash)
            {
                unsure.Add(new UserChange(UserChangeKind.Updated, entry, facts, inputHash));
                if (unsure.Count == PersonReader.BatchSize)
                {
                    changes.AddRange(await ClassifyAsync(unsure, effects, cancellationToken));
                    unsure.Clear();
                }
            }
        }

        changes.AddRange(await ClassifyAsync(unsure, effects, cancellationToken));
        return new SyncPlan
        {
            Users = changes,
            Deleted = roster.Expired,
            Groups = groupChanges,
            Memberships = memberships,
            Effects = effects,
            Unchanged = roster.Entries.Count - changes.Count(change => change.Kind is not UserChangeKind.Refreshed),
            CustomAttributes = scope.Mapping.CustomAttributesJson,
            ChangesSchema = scope.Mapping.CustomAttributesJson != scope.CustomAttributes,
            Totals = new PlanTotals(roster.Entries.Count, roster.Entries.Values.Count(entry => entry.Active), groups.Count),
            Issues = [.. roster.Issues, .. userNames.Issues, .. ManagerIssues.Of(roster)],
        };
    }

    private UserFacts Facts(RosterEntry entry, GroupPlanner groups) => new()
    {
        Id = entry.UserId,
        UserName = userNames.UserNames[entry.EmployeeId],
        Active = entry.Active,
        Manager = Manager(entry.Assessment.Manager),
        Groups = groups.MembershipsOf(entry),
        IncludeHomeAddress = scope.IncludeHomeAddress,
    };

    private string? DisplayNameOf(string employeeId) =>
        roster.Entries.TryGetValue(employeeId, out var entry) ? entry.Assessment.DisplayName ?? employeeId : null;

    /// <summary>The manager, if a user here: HiBob also names people outside the service user's audience, and people who are gone.</summary>
    private ScimManager? Manager(EmployeeReference? reference) =>
        reference is not null && roster.Entries.TryGetValue(reference.Id, out var manager)
            ? new ScimManager
            {
                Value = manager.UserId,
                Ref = new ResourceReference($"Users/{manager.UserId}"),
                DisplayName = reference.DisplayName ?? manager.Assessment.DisplayName,
            }
            : null;

    /// <summary>Tells changes that a reader would see from those in what is only kept beside the resource.</summary>
    private async Task<IReadOnlyList<UserChange>> ClassifyAsync(
        List<UserChange> unsure, PlanEffects effects, CancellationToken cancellationToken)
    {
        var fields = await people.FieldsAsync([.. unsure.Select(change => change.Entry)], cancellationToken);
        var changes = new List<UserChange>(unsure.Count);
        var visible = new Dictionary<string, ScimUser>(StringComparer.Ordinal);
        foreach (var (change, person) in unsure.Zip(fields))
        {
            var current = change.Entry.Stored!;
            var wanted = renderer.Map(person, change.Facts);
            var digest = renderer.DigestOf(wanted);
            var kind = Kind(current, wanted, digest);
            changes.Add(change with { Kind = kind, Hash = digest, Presence = AttributePresence.Of(wanted) });
            if (kind is not UserChangeKind.Refreshed)
            {
                visible.Add(change.Entry.UserId, wanted);
            }
        }

        var before = await stored.BodiesAsync(
            [.. changes.Where(change => visible.ContainsKey(change.Entry.UserId)).Select(change => change.Entry.Stored!.RowId)], cancellationToken);
        return
        [
            .. changes.Select(change => visible.TryGetValue(change.Entry.UserId, out var wanted)
                ? Compared(change, before[change.Entry.Stored!.RowId], wanted, effects)
                : change),
        ];
    }

    private static UserChange Compared(UserChange change, byte[] before, ScimUser wanted, PlanEffects effects)
    {
        effects.CountChange(change.Entry.Stored!, ScimJson.DeserializeUser(before), wanted);
        return change with { Attributes = AttributeChanges.ToJson(ResourceDiff.Between(before, ScimJson.SerializeUser(wanted))) };
    }

    private static UserChangeKind Kind(StoredUser current, ScimUser wanted, Digest digest) => (current.Active, wanted.Active) switch
    {
        _ when digest == current.Hash => UserChangeKind.Refreshed,
        (true, not true) => UserChangeKind.Deactivated,
        (false, true) => UserChangeKind.Reactivated,
        _ => UserChangeKind.Updated,
    };
}

using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Plans the way back to an earlier version.</summary>
internal sealed class RollbackPlanner(VersionReader versions, StoredDirectoryReader stored)
{
    /// <summary>What differs.</summary>
    public async Task<RollbackPlan> PlanAsync(SyncWork work, DirectoryVersionRecord target, CancellationToken cancellationToken)
    {
        var users = await DifferingAsync<UserRecord>(work.Id, target.Version, row => row.Id, row => row.Hash, cancellationToken);
        var groups = await DifferingAsync<GroupRecord>(work.Id, target.Version, row => row.Id, row => row.Hash, cancellationToken);
        var memberships = RestoredRow<MembershipRecord>.Pair(
            await versions.BegunSinceAsync<MembershipRecord>(work.Id, target.Version, cancellationToken),
            await versions.EndedSinceAsync<MembershipRecord>(work.Id, target.Version, cancellationToken),
            row => $"{row.GroupId}/{row.UserId}/{row.Display}").Where(pair => pair.Now is null || pair.Then is null).ToList();
        var changes = users.Select(pair => Change(work, pair)).Concat(groups.Select(pair => Change(work, pair))).ToList();
        return new RollbackPlan
        {
            Target = target,
            Users = users,
            Groups = groups,
            Memberships = memberships,
            Changes = changes,
            Effects = await EffectsAsync(work.Id, users, groups, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<RestoredRow<T>>> DifferingAsync<T>(
        DirectoryId directory, int version, Func<T, string> idOf, Func<T, byte[]> hashOf, CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        var now = await versions.BegunSinceAsync<T>(directory, version, cancellationToken);
        var then = await versions.EndedSinceAsync<T>(directory, version, cancellationToken);
        return
        [
            .. RestoredRow<T>.Pair(now, then, idOf)
                .Where(pair => pair.Now is null || pair.Then is null || !hashOf(pair.Now).AsSpan().SequenceEqual(hashOf(pair.Then))),
        ];
    }

    private async Task<PlanEffects> EffectsAsync(
        DirectoryId directory,
        IReadOnlyList<RestoredRow<UserRecord>> users,
        IReadOnlyList<RestoredRow<GroupRecord>> groups,
        CancellationToken cancellationToken)
    {
        var effects = new PlanEffects();
        effects.CountGroups((await stored.GroupsAsync(directory, cancellationToken)).Count, groups.Count(pair => pair.Then is null));
        var current = await stored.UsersAsync(directory, cancellationToken);
        foreach (var user in current.Values)
        {
            effects.Count(user);
        }

        foreach (var pair in users.Where(pair => pair is { Now: not null, Then: not null }))
        {
            effects.CountChange(
                current[pair.Now!.ExternalId], ScimJson.DeserializeUser(pair.Now.Body), ScimJson.DeserializeUser(pair.Then!.Body));
        }

        return effects;
    }

    private static PlanChangeRecord Change(SyncWork work, RestoredRow<UserRecord> pair)
    {
        var row = pair.Then ?? pair.Now!;
        return new PlanChangeRecord
        {
            RunId = work.Run.Id,
            DirectoryId = work.Id.Value,
            Kind = (pair.Now, pair.Then) switch
            {
                (null, _) => PlanChangeKind.Created,
                (_, null) => PlanChangeKind.Deleted,
                ({ Active: true }, { Active: false }) => PlanChangeKind.Deactivated,
                ({ Active: false }, { Active: true }) => PlanChangeKind.Reactivated,
                _ => PlanChangeKind.Updated,
            },
            ResourceType = "User",
            ResourceId = row.Id,
            ExternalId = row.ExternalId,
            DisplayName = row.DisplayName,
            Reason = row.Reason,
            Attributes = pair is { Now: { } now, Then: { } then } ? AttributeChanges.ToJson(ResourceDiff.Between(now.Body, then.Body)) : null,
            Hash = pair.Then?.Hash,
        };
    }

    private static PlanChangeRecord Change(SyncWork work, RestoredRow<GroupRecord> pair)
    {
        var row = pair.Then ?? pair.Now!;
        return new PlanChangeRecord
        {
            RunId = work.Run.Id,
            DirectoryId = work.Id.Value,
            Kind = (pair.Now, pair.Then) switch
            {
                (null, _) => PlanChangeKind.Created,
                (_, null) => PlanChangeKind.Deleted,
                _ => PlanChangeKind.Updated,
            },
            ResourceType = "Group",
            ResourceId = row.Id,
            ExternalId = row.ExternalId,
            DisplayName = row.DisplayName,
            Attributes = pair is { Now: { } now, Then: { } then } ? AttributeChanges.ToJson(ResourceDiff.Between(now.Body, then.Body)) : null,
            Hash = pair.Then?.Hash,
        };
    }
}

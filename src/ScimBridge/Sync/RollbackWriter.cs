using ScimBridge.Protocol.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Writes and publishes a version that is as an earlier one was; ids, and the moments at which resources were made, stay.</summary>
internal sealed class RollbackWriter(VersionWriter writer, ResourceRows rows, SyncHeartbeat heartbeat)
{
    /// <summary>Writes and publishes.</summary>
    public async Task WriteAsync(
        RollbackPlan plan, SyncWork work, DateTimeOffset versionTime, SyncResult result, CancellationToken cancellationToken)
    {
        var lease = work.Lease;
        await writer.BeginAsync(lease, cancellationToken);
        await CloseAsync(plan, lease, cancellationToken);
        await InsertAsync(plan, lease, versionTime, cancellationToken);
        await writer.MoveAnchorsAsync(lease, AnchoredList.Users, cancellationToken);
        await writer.MoveAnchorsAsync(lease, AnchoredList.Groups, cancellationToken);
        var version = new DirectoryVersionRecord
        {
            DirectoryId = work.Id.Value,
            Version = lease.NextVersion,
            At = versionTime,
            RunId = lease.RunId,
            Users = plan.Target.Users,
            ActiveUsers = plan.Target.ActiveUsers,
            Groups = plan.Target.Groups,
            CustomAttributes = plan.Target.CustomAttributes,
        };
        await writer.PublishAsync(
            lease, version, new Ordinals(work.Directory.NextUserOrdinal, work.Directory.NextGroupOrdinal), result, cancellationToken);
    }

    private async Task CloseAsync(RollbackPlan plan, WriterLease lease, CancellationToken cancellationToken)
    {
        foreach (var batch in plan.Users.Select(pair => pair.Now).OfType<UserRecord>().Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<UserRecord>(lease, [.. batch.Select(row => row.RowId)], cancellationToken);
            await writer.CloseEmailsAsync(lease, [.. batch.Select(row => row.Id)], cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        foreach (var batch in plan.Groups.Select(pair => pair.Now).OfType<GroupRecord>().Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<GroupRecord>(lease, [.. batch.Select(row => row.RowId)], cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        foreach (var batch in plan.Memberships.Select(pair => pair.Now).OfType<MembershipRecord>().Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<MembershipRecord>(lease, [.. batch.Select(row => row.RowId)], cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }
    }

    private async Task InsertAsync(RollbackPlan plan, WriterLease lease, DateTimeOffset versionTime, CancellationToken cancellationToken)
    {
        foreach (var batch in plan.Users.Where(pair => pair.Then is not null).Chunk(VersionWriter.BatchSize))
        {
            var restored = batch.Select(pair => User(pair, lease, versionTime)).ToList();
            await writer.InsertUsersAsync(
                lease, [.. restored.Select(row => row.User)], [.. restored.SelectMany(row => row.Emails)], cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        foreach (var batch in plan.Groups.Where(pair => pair.Then is not null).Chunk(VersionWriter.BatchSize))
        {
            await writer.InsertAsync(lease, batch.Select(pair => Group(pair, lease, versionTime)).ToList(), cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        // A user who was deleted and came back has another place in lists than then.
        var ordinals = plan.Users.Where(pair => pair.Then is not null)
            .ToDictionary(pair => pair.Then!.Id, pair => (pair.Now ?? pair.Then!).Ordinal, StringComparer.Ordinal);
        foreach (var batch in plan.Memberships.Select(pair => pair.Then).OfType<MembershipRecord>().Chunk(VersionWriter.BatchSize))
        {
            var members = batch.Select(row => ResourceRows.Membership(
                lease.Directory, lease.NextVersion, row.GroupId, row.UserId, ordinals.GetValueOrDefault(row.UserId, row.UserOrdinal), row.Display));
            await writer.InsertAsync(lease, members.ToList(), cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }
    }

    private (UserRecord User, IReadOnlyList<UserEmailRecord> Emails) User(RestoredRow<UserRecord> pair, WriterLease lease, DateTimeOffset versionTime)
    {
        var then = pair.Then!;
        var place = new RowPlace(lease.Directory, lease.NextVersion, (pair.Now ?? then).Ordinal, then.Created, versionTime);
        var (user, emails) = rows.Of(ScimJson.DeserializeUser(then.Body), Digest.From(then.Hash), place);
        user.ExternalId = then.ExternalId;
        user.ReadAt = then.ReadAt;
        user.Reason = then.Reason;
        user.MissingSince = then.MissingSince;
        user.OutOfScopeSince = then.OutOfScopeSince;
        user.InputHash = then.InputHash;
        user.Source = then.Source;
        return (user, emails);
    }

    private GroupRecord Group(RestoredRow<GroupRecord> pair, WriterLease lease, DateTimeOffset versionTime)
    {
        var then = pair.Then!;
        var place = new RowPlace(lease.Directory, lease.NextVersion, (pair.Now ?? then).Ordinal, then.Created, versionTime);
        var group = rows.Of(ScimJson.DeserializeGroup(then.Body), Digest.From(then.Hash), place);
        group.ItemPath = then.ItemPath;
        group.Members = then.Members;
        return group;
    }
}

using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Applies a plan: writes the next version, publishes it, and then freshens what is kept beside unchanged resources.</summary>
internal sealed class PlanWriter(VersionWriter writer, PersonReader people, ResourceRenderer renderer, DirectoryRecord directory, SyncHeartbeat heartbeat)
{
    private int nextUserOrdinal = directory.NextUserOrdinal;
    private int nextGroupOrdinal = directory.NextGroupOrdinal;

    /// <summary>Writes and publishes; a plan that changes nothing makes no version.</summary>
    /// <returns>The lease as it is afterwards.</returns>
    public async Task<WriterLease> WriteAsync(
        SyncPlan plan, WriterLease lease, DateTimeOffset versionTime, SyncResult result, CancellationToken cancellationToken)
    {
        if (plan.ChangesAnything)
        {
            await writer.BeginAsync(lease, cancellationToken);
            await CloseAsync(plan, lease, cancellationToken);
            await InsertAsync(plan, lease, versionTime, cancellationToken);
            await MoveAnchorsAsync(plan, lease, cancellationToken);
            var version = new DirectoryVersionRecord
            {
                DirectoryId = lease.Directory.Value,
                Version = lease.NextVersion,
                At = versionTime,
                RunId = lease.RunId,
                Users = plan.Totals.Users,
                ActiveUsers = plan.Totals.ActiveUsers,
                Groups = plan.Totals.Groups,
                CustomAttributes = plan.CustomAttributes,
            };
            var next = new Ordinals(nextUserOrdinal, nextGroupOrdinal);
            await writer.PublishAsync(lease, version, next, result, cancellationToken);
            lease = lease with { Published = true };
        }

        return lease;
    }

    /// <summary>Replaces what is kept beside resources that stay as they are; only after publishing.</summary>
    public async Task FreshenAsync(SyncPlan plan, WriterLease lease, CancellationToken cancellationToken)
    {
        foreach (var batch in plan.Users.Where(change => change.Kind is UserChangeKind.Refreshed).Chunk(PersonReader.BatchSize))
        {
            var fields = await people.FieldsAsync([.. batch.Select(change => change.Entry)], cancellationToken);
            var refreshes = batch.Zip(fields, (change, person) => new SourceRefresh(
                change.Entry.Stored!.RowId, change.InputHash.ToBytes(), person.ToUtf8Json())
            {
                MissingSince = change.Entry.MissingSince,
                OutOfScopeSince = change.Entry.OutOfScopeSince,
                ReadAt = change.Entry.ReadAt,
                Reason = change.Entry.Reason,
                Attributes = change.Presence,
            });
            await writer.RefreshSourcesAsync(lease, [.. refreshes], cancellationToken);
        }
    }

    /// <summary>Ends what changes or goes, all of it before anything is added: two people may have swapped their userNames.</summary>
    private async Task CloseAsync(SyncPlan plan, WriterLease lease, CancellationToken cancellationToken)
    {
        var users = Visible(plan).Select(change => change.Entry.Stored).OfType<StoredUser>().Concat(plan.Deleted.Select(user => user.Stored));
        foreach (var batch in users.Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<UserRecord>(lease, [.. batch.Select(user => user.RowId)], cancellationToken);
            await writer.CloseEmailsAsync(lease, [.. batch.Select(user => user.Id)], cancellationToken);
        }

        foreach (var batch in plan.Groups.Select(change => change.Stored).OfType<StoredGroup>().Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<GroupRecord>(lease, [.. batch.Select(group => group.RowId)], cancellationToken);
        }

        foreach (var batch in plan.Memberships.Closed.Chunk(VersionWriter.BatchSize))
        {
            await writer.CloseAsync<MembershipRecord>(lease, [.. batch.Select(membership => membership.RowId)], cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }
    }

    private async Task InsertAsync(SyncPlan plan, WriterLease lease, DateTimeOffset versionTime, CancellationToken cancellationToken)
    {
        var newOrdinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var batch in Visible(plan).Chunk(VersionWriter.BatchSize))
        {
            var users = new List<UserRecord>(batch.Length);
            var emails = new List<UserEmailRecord>(batch.Length);
            var fields = await people.FieldsAsync([.. batch.Select(change => change.Entry)], cancellationToken);
            foreach (var (change, person) in batch.Zip(fields))
            {
                var ordinal = change.Entry.Stored?.Ordinal ?? (newOrdinals[change.Entry.UserId] = nextUserOrdinal++);
                var (user, userEmails) = renderer.Render(change, person, lease, ordinal, versionTime);
                users.Add(user);
                emails.AddRange(userEmails);
            }

            await writer.InsertUsersAsync(lease, users, emails, cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        foreach (var batch in plan.Groups.Where(change => change.Wanted is not null).Chunk(VersionWriter.BatchSize))
        {
            var groups = batch.Select(change =>
                renderer.Render(change, lease, change.Stored?.Ordinal ?? nextGroupOrdinal++, versionTime));
            await writer.InsertAsync(lease, groups.ToList(), cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }

        foreach (var batch in plan.Memberships.Opened.Chunk(VersionWriter.BatchSize))
        {
            var memberships = batch.Select(membership => ResourceRows.Membership(
                lease.Directory,
                lease.NextVersion,
                membership.GroupId,
                membership.Member.UserId,
                membership.Member.Stored?.Ordinal ?? newOrdinals[membership.Member.UserId],
                membership.Member.Assessment.DisplayName));
            await writer.InsertAsync(lease, memberships.ToList(), cancellationToken);
            heartbeat.ReportApplied(batch.Length);
        }
    }

    private async Task MoveAnchorsAsync(SyncPlan plan, WriterLease lease, CancellationToken cancellationToken)
    {
        if (plan.Deleted.Count > 0 || plan.Count(UserChangeKind.Created) > 0)
        {
            await writer.MoveAnchorsAsync(lease, AnchoredList.Users, cancellationToken);
        }

        if (plan.Groups.Any(change => change.Stored is null || change.Wanted is null))
        {
            await writer.MoveAnchorsAsync(lease, AnchoredList.Groups, cancellationToken);
        }
    }

    private static IEnumerable<UserChange> Visible(SyncPlan plan) => plan.Users.Where(change => change.Kind is not UserChangeKind.Refreshed);
}

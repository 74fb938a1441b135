using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Writes a directory's next version in short batches that no reader sees, and publishes it at once.</summary>
/// <remarks>
/// One transaction for 100,000 rows would hold SQLite's only write lock for many seconds. Instead every batch commits for
/// itself, behind the version that readers see, and proves first that its run still holds the lease and that the
/// directory has not moved.
/// </remarks>
internal sealed class VersionWriter(IDbContextFactory<ScimBridgeContext> contexts, IBulkInsert bulk, TimeProvider time)
{
    /// <summary>How many rows a batch writes.</summary>
    public const int BatchSize = 1000;

    /// <summary>Removes what a run that died left behind: rows above the published version go, rows closed above it reopen.</summary>
    public async Task RemoveUnpublishedAsync(WriterLease lease, CancellationToken cancellationToken)
    {
        await RemoveUnpublishedAsync<UserRecord>(lease, cancellationToken);
        await RemoveUnpublishedAsync<UserEmailRecord>(lease, cancellationToken);
        await RemoveUnpublishedAsync<GroupRecord>(lease, cancellationToken);
        await RemoveUnpublishedAsync<MembershipRecord>(lease, cancellationToken);
        await RemoveUnpublishedAsync<PageAnchorRecord>(lease, cancellationToken);
        await InBatchAsync(lease, (_, _) => Task.CompletedTask, applying: null, cancellationToken);
    }

    /// <summary>Says that the next version is being written, so that the next run cleans up should this one die.</summary>
    public Task BeginAsync(WriterLease lease, CancellationToken cancellationToken) =>
        InBatchAsync(lease, (_, _) => Task.CompletedTask, lease.NextVersion, cancellationToken);

    /// <summary>Ends rows with the published version.</summary>
    public Task CloseAsync<T>(WriterLease lease, IReadOnlyCollection<long> rowIds, CancellationToken cancellationToken)
        where T : class, IVersionedRecord =>
        InBatchAsync(
            lease,
            (db, token) => db.Set<T>().Where(row => rowIds.Contains(row.RowId))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, lease.NextVersion), token),
            lease.NextVersion,
            cancellationToken);

    /// <summary>Ends the e-mail rows of these users with the published version.</summary>
    public Task CloseEmailsAsync(WriterLease lease, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        InBatchAsync(
            lease,
            (db, token) => db.UserEmails
                .Where(row => row.DirectoryId == lease.Directory.Value && row.ValidTo == Versions.Open && userIds.Contains(row.UserId))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, lease.NextVersion), token),
            lease.NextVersion,
            cancellationToken);

    /// <summary>Adds users of the next version with their e-mail rows.</summary>
    public Task InsertUsersAsync(
        WriterLease lease, IReadOnlyCollection<UserRecord> users, IReadOnlyCollection<UserEmailRecord> emails, CancellationToken cancellationToken) =>
        InBatchAsync(
            lease,
            async (db, token) =>
            {
                await bulk.InsertAsync(db, users, token);
                await bulk.InsertAsync(db, emails, token);
            },
            lease.NextVersion,
            cancellationToken);

    /// <summary>Adds rows of the next version.</summary>
    public Task InsertAsync<T>(WriterLease lease, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IVersionedRecord =>
        InBatchAsync(lease, (db, token) => bulk.InsertAsync(db, rows, token), lease.NextVersion, cancellationToken);

    /// <summary>Brings a list's anchors to the next version; call it when rows of the list came or went.</summary>
    public async Task MoveAnchorsAsync(WriterLease lease, AnchoredList list, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ordinals = list is AnchoredList.Users
            ? db.Users.Where(row => row.DirectoryId == lease.Directory.Value && row.ValidTo == Versions.Open).Select(row => row.Ordinal)
            : db.Groups.Where(row => row.DirectoryId == lease.Directory.Value && row.ValidTo == Versions.Open).Select(row => row.Ordinal);
        var open = await db.PageAnchors.AsNoTracking()
            .Where(row => row.DirectoryId == lease.Directory.Value && row.List == list && row.ValidTo == Versions.Open)
            .ToDictionaryAsync(row => row.Position, cancellationToken);

        var wanted = new List<PageAnchorRecord>();
        var position = 0;
        await foreach (var ordinal in ordinals.Order().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (position % PageAnchors.Spacing == 0)
            {
                if (open.TryGetValue(position, out var anchor) && anchor.Ordinal == ordinal)
                {
                    open.Remove(position);
                }
                else
                {
                    wanted.Add(new PageAnchorRecord
                    {
                        DirectoryId = lease.Directory.Value,
                        ValidFrom = lease.NextVersion,
                        ValidTo = Versions.Open,
                        List = list,
                        Position = position,
                        Ordinal = ordinal,
                    });
                }
            }

            position++;
        }

        foreach (var rowIds in open.Values.Select(anchor => anchor.RowId).Chunk(BatchSize))
        {
            await CloseAsync<PageAnchorRecord>(lease, rowIds, cancellationToken);
        }

        foreach (var rows in wanted.Chunk(BatchSize))
        {
            await InsertAsync(lease, rows, cancellationToken);
        }
    }

    /// <summary>Makes the next version the published one, and ends the run with its result, in one transaction.</summary>
    public Task PublishAsync(WriterLease lease, DirectoryVersionRecord version, Ordinals next, SyncResult result, CancellationToken cancellationToken) =>
        InBatchAsync(
            lease,
            async (db, token) =>
            {
                db.DirectoryVersions.Add(version);
                await SyncRunStore.RecordPublishedAsync(db, lease.RunId, result, time.GetUtcNow(), token);
                await PlanStore.PublishedAsync(db, lease.Directory, lease.RunId, token);
                await db.Directories.Where(directory => directory.Id == lease.Directory.Value).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(directory => directory.Version, lease.NextVersion)
                        .SetProperty(directory => directory.NextUserOrdinal, next.User)
                        .SetProperty(directory => directory.NextGroupOrdinal, next.Group),
                    token);
            },
            applying: null,
            cancellationToken);

    /// <summary>Replaces what is kept of a user's source where the resource itself stays as it is; readers see no difference.</summary>
    /// <remarks>Only after publishing: were it done before and the run died, a stale resource would pass for an up-to-date one.</remarks>
    public async Task RefreshSourcesAsync(
        WriterLease lease, IReadOnlyCollection<SourceRefresh> refreshes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RenewAsync(db, lease, lease.PublishedVersion, applying: null, cancellationToken);
        foreach (var refresh in refreshes)
        {
            await db.Users.Where(user => user.RowId == refresh.RowId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.Source, refresh.Source)
                    .SetProperty(user => user.InputHash, refresh.InputHash)
                    .SetProperty(user => user.MissingSince, refresh.MissingSince)
                    .SetProperty(user => user.OutOfScopeSince, refresh.OutOfScopeSince)
                    .SetProperty(user => user.ReadAt, refresh.ReadAt)
                    .SetProperty(user => user.Reason, refresh.Reason)
                    .SetProperty(user => user.Attributes, refresh.Attributes),
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task InBatchAsync(
        WriterLease lease, Func<ScimBridgeContext, CancellationToken, Task> write, int? applying, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RenewAsync(db, lease, lease.BaseVersion, applying, cancellationToken);
        await write(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Locks the directory's row, renews the lease, and fails unless the run holds it and the directory has not moved.</summary>
    private async Task RenewAsync(ScimBridgeContext db, WriterLease lease, int version, int? applying, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + SyncRunStore.LeaseDuration;
        var held = await db.Directories
            .Where(directory => directory.Id == lease.Directory.Value && directory.LeaseOwner == lease.RunId && directory.Version == version)
            .ExecuteUpdateAsync(
                set => set.SetProperty(directory => directory.LeaseUntil, until).SetProperty(directory => directory.Applying, applying),
                cancellationToken);
        if (held != 1)
        {
            throw new LeaseLostException();
        }
    }

    private async Task RemoveUnpublishedAsync<T>(WriterLease lease, CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        // Deleting comes first: a reopened row would meet its own successor in a unique index.
        await InSlicesAsync<T>(
            lease,
            row => row.ValidFrom > lease.BaseVersion,
            (rows, token) => rows.ExecuteDeleteAsync(token),
            cancellationToken);
        await InSlicesAsync<T>(
            lease,
            row => row.ValidTo > lease.BaseVersion && row.ValidTo < Versions.Open,
            (rows, token) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, Versions.Open), token),
            cancellationToken);
    }

    private async Task InSlicesAsync<T>(
        WriterLease lease,
        System.Linq.Expressions.Expression<Func<T, bool>> which,
        Func<IQueryable<T>, CancellationToken, Task> act,
        CancellationToken cancellationToken)
        where T : class, IVersionedRecord
    {
        List<long> rowIds;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            rowIds = await db.Set<T>().Where(row => row.DirectoryId == lease.Directory.Value).Where(which)
                .Select(row => row.RowId).ToListAsync(cancellationToken);
        }

        foreach (var slice in rowIds.Chunk(BatchSize))
        {
            await InBatchAsync(
                lease,
                (db, token) => act(db.Set<T>().Where(row => slice.Contains(row.RowId)), token),
                lease.NextVersion,
                cancellationToken);
        }
    }
}

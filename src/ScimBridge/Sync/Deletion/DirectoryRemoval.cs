using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Deletion;

/// <summary>Removes everything of directories whose removal is due. Safe to run twice and to be cut short: the next time goes on.</summary>
internal sealed partial class DirectoryRemoval(
    RemovalStores stores, SyncSchedule schedule, TimeProvider time, ILogger<DirectoryRemoval> logger)
{
    /// <summary>What the audit log calls the removal of everything.</summary>
    public const string Purged = "directory.purged";

    private const string Server = "system";

    private static readonly TimeSpan RenewAfter = SyncRunStore.LeaseDuration / 4;

    /// <summary>Removes those that are due. One whose last run has not stopped yet is left for the next time.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var directory in await stores.Deletion.DueAsync(cancellationToken))
        {
            var owner = Guid.CreateVersion7(time.GetUtcNow());
            var id = new DirectoryId(directory.Id);
            schedule.Forget(directory.Key);
            if (await stores.Deletion.TakeAsync(id, owner, cancellationToken)
                && await stores.Purge.PurgeAsync(id, Renewing(id, owner), cancellationToken))
            {
                await stores.Audit.AddAsync(Entry(directory), CancellationToken.None);
                Removed(directory.Key);
            }
        }
    }

    /// <summary>Renews the lease now and then; says no when it is lost, since then somebody else removes.</summary>
    private Func<CancellationToken, Task<bool>> Renewing(DirectoryId directory, Guid owner)
    {
        var renewedAt = time.GetTimestamp();
        return async cancellationToken =>
        {
            if (time.GetElapsedTime(renewedAt) < RenewAfter)
            {
                return true;
            }

            renewedAt = time.GetTimestamp();
            return await stores.Runs.RenewLeaseAsync(directory, owner, cancellationToken);
        };
    }

    private AuditRecord Entry(DirectoryRecord directory) => new()
    {
        At = time.GetUtcNow(),
        Actor = Server,
        Action = Purged,
        DirectoryKey = directory.Key,
        Detail = "Everything of it is removed.",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Directory {Directory} was deleted, and everything of it is removed")]
    private partial void Removed(string directory);
}

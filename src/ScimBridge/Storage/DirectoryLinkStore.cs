using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The credentials by which directories are linked. What was found with the old ones is forgotten with them.</summary>
internal sealed class DirectoryLinkStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>Links a directory that is not being deleted, in place of whatever link it had.</summary>
    /// <returns>False when it is being deleted, or gone.</returns>
    public async Task<bool> SetAsync(DirectoryId directory, DirectoryLink link, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var baseUrl = link.BaseUrl.AbsoluteUri;
        var linked = await Of(db, directory).Where(record => record.DeletingSince == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.BaseUrl, baseUrl)
                .SetProperty(record => record.ServiceUserId, link.ServiceUserId)
                .SetProperty(record => record.ProtectedToken, link.ProtectedToken)
                .SetProperty(record => record.TokenHint, link.TokenHint)
                .SetProperty(record => record.UnlinkedSince, (DateTimeOffset?)null),
            cancellationToken);
        await ForgetAsync(db, directory, linkedAt: time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return linked == 1;
    }

    /// <summary>Forgets a directory's credentials; what it serves stays.</summary>
    public async Task RemoveAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        await Of(db, directory).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.ServiceUserId, (string?)null)
                .SetProperty(record => record.ProtectedToken, (string?)null)
                .SetProperty(record => record.TokenHint, (string?)null)
                .SetProperty(record => record.UnlinkedSince, record => record.UnlinkedSince ?? now),
            cancellationToken);
        await ForgetAsync(db, directory, linkedAt: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Forgets what was found with the credentials that the directory had: its failures, their refusal, the permission check and the HR system's limits.</summary>
    public async Task ChangedAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isLinked = await Of(db, directory).AnyAsync(record => record.ProtectedToken != null, cancellationToken);
        await ForgetAsync(db, directory, isLinked ? time.GetUtcNow() : null, cancellationToken);
    }

    private static async Task ForgetAsync(ScimBridgeContext db, DirectoryId directory, DateTimeOffset? linkedAt, CancellationToken cancellationToken)
    {
        await db.DirectoryChecks.Where(check => check.DirectoryId == directory.Value).ExecuteDeleteAsync(cancellationToken);
        await db.SourceBudgets.Where(budget => budget.DirectoryId == directory.Value).ExecuteDeleteAsync(cancellationToken);
        await Of(db, directory).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.FailuresInARow, 0)
                .SetProperty(record => record.NotBefore, (DateTimeOffset?)null)
                .SetProperty(record => record.CredentialsRefusedSince, (DateTimeOffset?)null)
                .SetProperty(record => record.CredentialsSetAt, linkedAt),
            cancellationToken);
    }

    private static IQueryable<DirectoryRecord> Of(ScimBridgeContext db, DirectoryId directory) =>
        db.Directories.Where(record => record.Id == directory.Value);
}

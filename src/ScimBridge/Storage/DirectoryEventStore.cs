using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What happened to directories. No personal data.</summary>
internal sealed class DirectoryEventStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>Writes an event.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="kind">A fixed code, such as <c>rules.saved</c>.</param>
    /// <param name="detail">What happened, in a sentence.</param>
    /// <param name="runId">The run that it belongs to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task AddAsync(DirectoryId directory, string kind, string detail, Guid? runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.DirectoryEvents.Add(new DirectoryEventRecord
        {
            DirectoryId = directory.Value,
            At = time.GetUtcNow(),
            Kind = kind,
            Detail = detail,
            RunId = runId,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The directory's events, the newest first, those before the one numbered <paramref name="before"/> if that is given.</summary>
    public async Task<IReadOnlyList<DirectoryEventRecord>> ListAsync(
        DirectoryId directory, long? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryEvents.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }
}

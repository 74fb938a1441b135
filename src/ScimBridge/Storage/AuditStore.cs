using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Who did what. Entries are only added, and go by age.</summary>
internal sealed class AuditStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Adds an entry.</summary>
    public async Task AddAsync(AuditRecord entry, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Audit.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The entries that match, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.Audit.AsNoTracking();
        if (query.DirectoryKey is { } key)
        {
            entries = entries.Where(row => row.DirectoryKey == key);
        }

        if (query.Actor is { } actor)
        {
            entries = entries.Where(row => row.Actor == actor);
        }

        if (query.Action is { } action)
        {
            entries = entries.Where(row => row.Action == action);
        }

        if (query.Before is { } before)
        {
            entries = entries.Where(row => row.Id < before);
        }

        return await entries.OrderByDescending(row => row.Id).Take(query.Most).ToListAsync(cancellationToken);
    }
}

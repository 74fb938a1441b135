using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Who did what. Entries are only added, and go by age.</summary>
internal sealed class AuditStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    private const int BatchSize = 1000;

    // Enough to have met whatever is done now and then, without reading the whole log for it.
    private const int CodesOf = 10_000;

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
        return await Matching(db, query).OrderByDescending(row => row.Id).Take(query.Most).ToListAsync(cancellationToken);
    }

    /// <summary>All entries that match, the oldest first, however many; those that are added meanwhile may be among them.</summary>
    /// <remarks>In batches, so that neither memory nor a transaction of the database lasts as long as whoever reads them takes.</remarks>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        IReadOnlyList<AuditRecord> batch;
        do
        {
            batch = await BatchAsync(query, last, cancellationToken);
            foreach (var entry in batch)
            {
                yield return entry;
                last = entry.Id;
            }
        }
        while (batch.Count == BatchSize);
    }

    /// <summary>The codes of what was done lately, by name.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Audit.AsNoTracking().OrderByDescending(row => row.Id).Take(CodesOf).Select(row => row.Action).Distinct().Order().ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AuditRecord>> BatchAsync(AuditQuery query, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db, query).Where(row => row.Id > after).OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancellationToken);
    }

    private static IQueryable<AuditRecord> Matching(ScimBridgeContext db, AuditQuery query)
    {
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
            // Not LIKE, since SQLite's ignores case, and not a range, since PostgreSQL's goes by the database's language.
            var family = action + '.';
            entries = entries.Where(row => row.Action == action || row.Action.Substring(0, family.Length) == family);
        }

        if (query.From is { } from)
        {
            entries = entries.Where(row => row.At >= from);
        }

        if (query.To is { } to)
        {
            entries = entries.Where(row => row.At < to);
        }

        return query.Before is { } before ? entries.Where(row => row.Id < before) : entries;
    }
}

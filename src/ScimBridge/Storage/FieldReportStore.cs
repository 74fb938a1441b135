using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What the newest check of each directory found.</summary>
internal sealed class FieldReportStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Keeps a check that read everybody. Since when a field has been missing, and when it was last seen, is carried on.</summary>
    /// <param name="check">The check.</param>
    /// <param name="leaversSeen">Whether anybody who left was seen.</param>
    /// <param name="fields">Its fields, without times; fields that are not among them are no longer mapped and forgotten.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<FieldChanges> SaveAsync(
        DirectoryCheckRecord check, bool leaversSeen, IReadOnlyCollection<FieldReportRecord> fields, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await db.FieldReports.Where(row => row.DirectoryId == check.DirectoryId)
            .ToDictionaryAsync(row => row.Field, StringComparer.Ordinal, cancellationToken);
        var (gone, back) = (new List<string>(), new List<string>());
        foreach (var field in fields)
        {
            before.Remove(field.Field, out var last);
            field.LastSeenAt = field.Seen > 0 ? check.At : last?.LastSeenAt;
            field.UnseenSince = field.Seen > 0 ? null : last?.UnseenSince ?? check.At;
            field.CheckedAt = check.At;
            if (last is null)
            {
                db.FieldReports.Add(field);
                continue;
            }

            if (last.UnseenSince is null != field.UnseenSince is null)
            {
                (field.Seen > 0 ? back : gone).Add(field.Field);
            }

            db.Entry(last).CurrentValues.SetValues(field);
        }

        db.FieldReports.RemoveRange(before.Values);
        var stored = await db.DirectoryChecks.SingleOrDefaultAsync(row => row.DirectoryId == check.DirectoryId, cancellationToken);
        check.LeaversSeenAt = leaversSeen ? check.At : stored?.LeaversSeenAt;
        Set(db, stored, check);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new FieldChanges(gone, back);
    }

    /// <summary>Keeps that a check failed; what the last good one found of the fields stays.</summary>
    public async Task SaveFailureAsync(DirectoryCheckRecord check, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.DirectoryChecks.SingleOrDefaultAsync(row => row.DirectoryId == check.DirectoryId, cancellationToken);
        check.LeaversSeenAt = stored?.LeaversSeenAt;
        Set(db, stored, check);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The newest check, or null when there was none.</summary>
    public async Task<DirectoryCheckRecord?> FindAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryChecks.AsNoTracking().SingleOrDefaultAsync(row => row.DirectoryId == directory.Value, cancellationToken);
    }

    /// <summary>What was found of each field, by its id.</summary>
    public async Task<IReadOnlyList<FieldReportRecord>> FieldsAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FieldReports.AsNoTracking().Where(row => row.DirectoryId == directory.Value)
            .OrderBy(row => row.Field).ToListAsync(cancellationToken);
    }

    private static void Set(ScimBridgeContext db, DirectoryCheckRecord? stored, DirectoryCheckRecord check)
    {
        if (stored is null)
        {
            db.DirectoryChecks.Add(check);
        }
        else
        {
            db.Entry(stored).CurrentValues.SetValues(check);
        }
    }
}

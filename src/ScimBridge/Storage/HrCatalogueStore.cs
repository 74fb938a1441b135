using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The lists and fields of directories' HR systems as they were last read.</summary>
internal sealed class HrCatalogueStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>What is kept of a directory; null before the first read.</summary>
    public async Task<HrCatalogueRecord?> FindAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.HrCatalogues.AsNoTracking().SingleOrDefaultAsync(row => row.DirectoryId == directory.Value, cancellationToken);
    }

    /// <summary>Keeps the lists.</summary>
    public Task SaveListsAsync(DirectoryId directory, byte[] lists, CancellationToken cancellationToken) => SaveAsync(
        directory, row => (row.Lists, row.ListsAt) = (lists, time.GetUtcNow()), cancellationToken);

    /// <summary>Keeps the fields.</summary>
    public Task SaveFieldsAsync(DirectoryId directory, byte[] fields, CancellationToken cancellationToken) => SaveAsync(
        directory, row => (row.Fields, row.FieldsAt) = (fields, time.GetUtcNow()), cancellationToken);

    private async Task SaveAsync(DirectoryId directory, Action<HrCatalogueRecord> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.HrCatalogues.SingleOrDefaultAsync(found => found.DirectoryId == directory.Value, cancellationToken)
            ?? db.HrCatalogues.Add(new HrCatalogueRecord { DirectoryId = directory.Value }).Entity;
        change(row);
        await db.SaveChangesAsync(cancellationToken);
    }
}

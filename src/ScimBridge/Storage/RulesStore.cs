using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The revisions of directories' mapping rules.</summary>
internal sealed class RulesStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>A revision; null for 0, the default rules, and for one that is not there.</summary>
    public async Task<RulesRecord?> FindAsync(DirectoryId directory, int revision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Rules.AsNoTracking()
            .SingleOrDefaultAsync(rules => rules.DirectoryId == directory.Value && rules.Revision == revision, cancellationToken);
    }

    /// <summary>All revisions, the newest first.</summary>
    public async Task<IReadOnlyList<RulesRecord>> ListAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Rules.AsNoTracking().Where(rules => rules.DirectoryId == directory.Value)
            .OrderByDescending(rules => rules.Revision).ToListAsync(cancellationToken);
    }

    /// <summary>Saves rules as the next revision and puts them in force.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="expected">The revision that whoever saves has seen in force.</param>
    /// <param name="json">The rules.</param>
    /// <param name="savedBy">Who saves them.</param>
    /// <param name="note">Why, in their words.</param>
    /// <param name="cancellationToken">Stops saving.</param>
    /// <returns>The new revision; null when another one than <paramref name="expected"/> is in force.</returns>
    public async Task<int?> SaveAsync(
        DirectoryId directory, int expected, string json, string savedBy, string? note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var next = (await db.Rules.Where(rules => rules.DirectoryId == directory.Value).MaxAsync(rules => (int?)rules.Revision, cancellationToken) ?? 0) + 1;
        var moved = await db.Directories.Where(row => row.Id == directory.Value && row.RulesRevision == expected)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RulesRevision, next), cancellationToken);
        if (moved == 0)
        {
            return null;
        }

        db.Rules.Add(new RulesRecord
        {
            DirectoryId = directory.Value,
            Revision = next,
            Json = json,
            SavedAt = time.GetUtcNow(),
            SavedBy = savedBy,
            Note = note,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return next;
    }
}

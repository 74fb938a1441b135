using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Organizations as admins make and name them.</summary>
internal sealed class OrganizationStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The organizations by name, those behind the comparison key <paramref name="after"/> if that is given.</summary>
    public async Task<IReadOnlyList<OrganizationSummary>> ListAsync(string? after, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // The database compares, and byte by byte.
        return await Summaries(db, db.Organizations.Where(record => after == null || string.Compare(record.NameKey, after) > 0)
#pragma warning restore CA1309
            .OrderBy(record => record.NameKey).Take(most)).ToListAsync(cancellationToken);
    }

    /// <summary>The organization, or null.</summary>
    public async Task<OrganizationSummary?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Summaries(db, db.Organizations.Where(record => record.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes an organization.</summary>
    /// <returns>The organization; null when another one has the name, however it is written.</returns>
    public async Task<OrganizationRecord?> MakeAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var made = db.Organizations.Add(new OrganizationRecord { Name = name, NameKey = ComparisonKey.Of(name) }).Entity;
        if (await IsTakenAsync(db, made.NameKey, 0, cancellationToken))
        {
            return null;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else made it at this moment, unless the failure was another one.
            await using var second = await contexts.CreateDbContextAsync(cancellationToken);
            if (await IsTakenAsync(second, made.NameKey, 0, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Renames an organization that has not been changed since <paramref name="revision"/>.</summary>
    public async Task<ChangeAnswer> RenameAsync(int id, int revision, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var organization = await db.Organizations.SingleOrDefaultAsync(record => record.Id == id, cancellationToken);
        if (organization is null || organization.Revision != revision)
        {
            return organization is null ? ChangeAnswer.NotFound : ChangeAnswer.Outdated;
        }

        var key = ComparisonKey.Of(name);
        if (await IsTakenAsync(db, key, id, cancellationToken))
        {
            return ChangeAnswer.NameTaken;
        }

        try
        {
            var changed = await db.Organizations.Where(record => record.Id == id && record.Revision == revision).ExecuteUpdateAsync(
                set => set
                    .SetProperty(record => record.Name, name)
                    .SetProperty(record => record.NameKey, key)
                    .SetProperty(record => record.Revision, revision + 1),
                cancellationToken);
            return changed == 1 ? ChangeAnswer.Done : ChangeAnswer.Outdated;
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else took the name at this moment, unless the failure was another one.
            await using var second = await contexts.CreateDbContextAsync(cancellationToken);
            if (await IsTakenAsync(second, key, id, cancellationToken))
            {
                return ChangeAnswer.NameTaken;
            }

            throw;
        }
    }

    /// <summary>Deletes an organization without directories that has not been changed since <paramref name="revision"/>.</summary>
    public async Task<ChangeAnswer> DeleteAsync(int id, int revision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var deleted = await db.Organizations
                .Where(record => record.Id == id && record.Revision == revision && !db.Directories.Any(directory => directory.OrganizationId == id))
                .ExecuteDeleteAsync(cancellationToken);
            if (deleted == 1)
            {
                return ChangeAnswer.Done;
            }
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else made a directory of it at this moment, unless the failure was another one.
            await using var second = await contexts.CreateDbContextAsync(cancellationToken);
            if (await second.Directories.AnyAsync(directory => directory.OrganizationId == id, cancellationToken))
            {
                return ChangeAnswer.InUse;
            }

            throw;
        }

        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(record => record.Id == id, cancellationToken) switch
        {
            null => ChangeAnswer.NotFound,
            { } found when found.Revision != revision => ChangeAnswer.Outdated,
            _ => ChangeAnswer.InUse,
        };
    }

    private static IQueryable<OrganizationSummary> Summaries(ScimBridgeContext db, IQueryable<OrganizationRecord> organizations) =>
        organizations.AsNoTracking().Select(record => new OrganizationSummary(
            record, db.Directories.Count(directory => directory.OrganizationId == record.Id)));

    private static Task<bool> IsTakenAsync(ScimBridgeContext db, string nameKey, int exceptBy, CancellationToken cancellationToken) =>
        db.Organizations.AnyAsync(record => record.NameKey == nameKey && record.Id != exceptBy, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What admins say of directories: that there is one, what it is called, whose it is, and its settings.</summary>
internal sealed class DirectoryEditStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Makes a directory, unlinked and with the usual settings.</summary>
    /// <returns>The directory; null when another one has the key, or the organization is gone.</returns>
    public async Task<DirectoryRecord?> MakeAsync(NewDirectory wanted, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await db.Directories.AnyAsync(record => record.Key == wanted.Key, cancellationToken)
                || await OrganizationAsync(db, wanted, cancellationToken) is not { } organization)
            {
                return null;
            }

            var made = db.Directories.Add(New(wanted, organization)).Entity;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return made;
            }
            catch (DbUpdateException) when (attempt < Attempts && !cancellationToken.IsCancellationRequested)
            {
                // Somebody else made the directory or the organization at this moment, which the next look shows.
            }
        }
    }

    /// <summary>Renames a directory and moves it to another organization, if nobody has changed it since <paramref name="revision"/> and the organization is there still.</summary>
    public async Task<bool> ChangeAsync(DirectoryId directory, int revision, string name, int organizationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unchanged(db, directory, revision).Where(_ => db.Organizations.Any(organization => organization.Id == organizationId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.Name, name)
                .SetProperty(record => record.OrganizationId, organizationId)
                .SetProperty(record => record.Revision, revision + 1),
            cancellationToken) == 1;
    }

    /// <summary>Changes a directory's settings, if nobody has changed it since <paramref name="revision"/>.</summary>
    public async Task<bool> SetSettingsAsync(DirectoryId directory, int revision, DirectorySettings settings, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unchanged(db, directory, revision).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.IntervalMinutes, settings.IntervalMinutes)
                .SetProperty(record => record.DeleteMissingAfterDays, settings.DeleteMissingAfterDays)
                .SetProperty(record => record.HistoryDays, settings.HistoryDays)
                .SetProperty(record => record.PlanDays, settings.PlanDays)
                .SetProperty(record => record.GatePeople, settings.GatePeople)
                .SetProperty(record => record.GatePercent, settings.GatePercent)
                .SetProperty(record => record.GateAttributePercent, settings.GateAttributePercent)
                .SetProperty(record => record.IncludeHomeAddress, settings.IncludeHomeAddress)
                .SetProperty(record => record.Revision, revision + 1),
            cancellationToken) == 1;
    }

    /// <summary>Makes a directory that the settings no longer declare one of the admins', so that it is read and served again.</summary>
    public async Task AdoptAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Directories.Where(record => record.Id == directory.Value && record.Paused).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.Origin, DirectoryOrigin.Admin)
                .SetProperty(record => record.Paused, false)
                .SetProperty(record => record.PausedSince, (DateTimeOffset?)null)
                .SetProperty(record => record.Revision, record => record.Revision + 1),
            cancellationToken);
    }

    private static IQueryable<DirectoryRecord> Unchanged(ScimBridgeContext db, DirectoryId directory, int revision) =>
        db.Directories.Where(record => record.Id == directory.Value && record.Revision == revision && record.DeletingSince == null);

    private static async Task<OrganizationRecord?> OrganizationAsync(ScimBridgeContext db, NewDirectory wanted, CancellationToken cancellationToken)
    {
        if (wanted.OrganizationId is { } id)
        {
            return await db.Organizations.SingleOrDefaultAsync(record => record.Id == id, cancellationToken);
        }

        var key = ComparisonKey.Of(wanted.Organization);
        return await db.Organizations.SingleOrDefaultAsync(record => record.NameKey == key, cancellationToken)
            ?? db.Organizations.Add(new OrganizationRecord { Name = wanted.Organization, NameKey = key }).Entity;
    }

    private DirectoryRecord New(NewDirectory wanted, OrganizationRecord organization)
    {
        var made = new DirectoryRecord
        {
            Key = wanted.Key,
            Name = wanted.Name,
            Organization = organization,
            Origin = DirectoryOrigin.Admin,
            BaseUrl = wanted.BaseUrl.AbsoluteUri,
            UnlinkedSince = time.GetUtcNow(),
            NextUserOrdinal = 1,
            NextGroupOrdinal = 1,
        };
        new DirectorySettings().WriteTo(made);
        return made;
    }
}

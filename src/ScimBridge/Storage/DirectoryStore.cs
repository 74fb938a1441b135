using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Organizations and their directories.</summary>
internal sealed class DirectoryStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>All directories with their organizations, by key.</summary>
    public async Task<IReadOnlyList<DirectoryRecord>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Directories.AsNoTracking().Include(directory => directory.Organization)
            .OrderBy(directory => directory.Key).ToListAsync(cancellationToken);
    }

    /// <summary>So many directories with their organizations, by key, those behind the key <paramref name="after"/> if that is given, and of one organization if one is.</summary>
    public async Task<IReadOnlyList<DirectoryRecord>> ListAsync(
        string? after, int? organizationId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Directories.AsNoTracking().Include(directory => directory.Organization)
#pragma warning disable CA1309 // The database compares, and byte by byte.
            .Where(directory => (after == null || string.Compare(directory.Key, after) > 0)
#pragma warning restore CA1309
                && (organizationId == null || directory.OrganizationId == organizationId))
            .OrderBy(directory => directory.Key).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The directory with <paramref name="key"/>, or null.</summary>
    public async Task<DirectoryRecord?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Directories.AsNoTracking().Include(directory => directory.Organization)
            .SingleOrDefaultAsync(directory => directory.Key == key, cancellationToken);
    }

    /// <summary>The directory, or null when it is gone.</summary>
    public async Task<DirectoryRecord?> FindAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Directories.AsNoTracking().Include(record => record.Organization)
            .SingleOrDefaultAsync(record => record.Id == directory.Value, cancellationToken);
    }

    /// <summary>The published version's totals, or null before the first sync.</summary>
    public async Task<DirectoryVersionRecord?> CurrentVersionAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from record in db.Directories.AsNoTracking()
                      join version in db.DirectoryVersions.AsNoTracking()
                          on new { DirectoryId = record.Id, record.Version } equals new { version.DirectoryId, version.Version }
                      where record.Id == directory.Value
                      select version).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The time of the next version: whole milliseconds, as resources show it, and after the last one's even if the clock went back.</summary>
    public async Task<DateTimeOffset> NextVersionTimeAsync(DirectoryId directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wholeMilliseconds = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var last = await CurrentVersionAsync(directory, cancellationToken);
        return last is null || wholeMilliseconds > last.At ? wholeMilliseconds : last.At.AddMilliseconds(1);
    }

    /// <summary>The version that was the newest at <paramref name="moment"/>, else the first one; null before the first sync.</summary>
    public async Task<DirectoryVersionRecord?> VersionAtAsync(
        DirectoryId directory, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = db.DirectoryVersions.AsNoTracking().Where(version => version.DirectoryId == directory.Value);
        return await versions.Where(version => version.At <= moment)
                .OrderByDescending(version => version.Version).FirstOrDefaultAsync(cancellationToken)
            ?? await versions.OrderBy(version => version.Version).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes or updates the directory with the declaration's key, and brings it back if it was being deleted; its data, version and schedule stay.</summary>
    public async Task<DirectoryRecord> DeclareAsync(DirectoryDeclaration declaration, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var organizationKey = ComparisonKey.Of(declaration.Organization);
        var organization = await db.Organizations.SingleOrDefaultAsync(record => record.NameKey == organizationKey, cancellationToken)
            ?? db.Organizations.Add(new OrganizationRecord { Name = declaration.Organization, NameKey = organizationKey }).Entity;
        var directory = await db.Directories.SingleOrDefaultAsync(record => record.Key == declaration.Key, cancellationToken)
            ?? db.Directories.Add(new DirectoryRecord
            {
                Key = declaration.Key,
                Name = declaration.Name,
                BaseUrl = declaration.BaseUrl.AbsoluteUri,
                NextUserOrdinal = 1,
                NextGroupOrdinal = 1,
                Revision = 0,
            }).Entity;
        var now = time.GetUtcNow();
        directory.UnlinkedSince = declaration.ProtectedToken is null ? directory.UnlinkedSince ?? now : null;
        directory.CredentialsSetAt = declaration.ProtectedToken is null ? null : directory.CredentialsSetAt ?? now;
        directory.Organization = organization;
        directory.Name = declaration.Name;
        directory.BaseUrl = declaration.BaseUrl.AbsoluteUri;
        directory.ServiceUserId = declaration.ServiceUserId;
        directory.ProtectedToken = declaration.ProtectedToken;
        directory.TokenHint = declaration.TokenHint;
        declaration.Settings.WriteTo(directory);
        directory.Origin = declaration.Origin;
        directory.Paused = false;
        directory.PausedSince = null;
        directory.DeletingSince = null;
        directory.DeleteAfter = null;
        directory.Revision++;
        await db.SaveChangesAsync(cancellationToken);
        return directory;
    }

    /// <summary>Pauses syncing; the directory is served on.</summary>
    public async Task PauseSyncAsync(DirectoryId directory, string reason, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        await db.Directories.Where(row => row.Id == directory.Value).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.SyncPausedSince, row => row.SyncPausedSince ?? now)
                .SetProperty(row => row.SyncPauseReason, reason),
            cancellationToken);
    }

    /// <summary>Ends the pause of syncing.</summary>
    public async Task ResumeSyncAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Directories.Where(row => row.Id == directory.Value).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.SyncPausedSince, (DateTimeOffset?)null)
                .SetProperty(row => row.SyncPauseReason, (string?)null),
            cancellationToken);
    }

    /// <summary>
    /// Pauses every directory whose key is not among <paramref name="declaredKeys"/>, but for those that admins made: its data stays and
    /// is no longer read or served.
    /// </summary>
    /// <returns>The keys of those that were not paused before.</returns>
    public async Task<IReadOnlyList<string>> PauseUndeclaredAsync(IReadOnlyCollection<string> declaredKeys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var undeclared = await db.Directories
            .Where(directory => !directory.Paused && directory.Origin != DirectoryOrigin.Admin && !declaredKeys.Contains(directory.Key))
            .ToListAsync(cancellationToken);
        foreach (var directory in undeclared)
        {
            directory.Paused = true;
            directory.PausedSince = time.GetUtcNow();
            directory.Revision++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return [.. undeclared.Select(directory => directory.Key)];
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Employees;

namespace ScimBridge.Storage;

/// <summary>Reads what planning compares against: the published version, without bodies.</summary>
internal sealed class StoredDirectoryReader(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>What a version adds to our extension, as <see cref="Protocol.Schemas.CustomAttributes"/> writes it; null for nothing.</summary>
    public async Task<string?> CustomAttributesAsync(DirectoryId directory, int version, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DirectoryVersions.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.Version == version)
            .Select(row => row.CustomAttributes)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All users, by the HR system's id.</summary>
    public Task<IReadOnlyDictionary<string, StoredUser>> UsersAsync(DirectoryId directory, CancellationToken cancellationToken) =>
        UsersAsync(directory, only: null, cancellationToken);

    /// <summary>Those of <paramref name="only"/> who are users, by the HR system's id; all users for null.</summary>
    public async Task<IReadOnlyDictionary<string, StoredUser>> UsersAsync(
        DirectoryId directory, IReadOnlyCollection<string>? only, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = new Dictionary<string, StoredUser>(StringComparer.Ordinal);
        var published = db.Users.AsNoTracking().Where(user => user.DirectoryId == directory.Value && user.ValidTo == Versions.Open);
        var rows = (only is null ? published : published.Where(user => only.Contains(user.ExternalId)))
            .Select(user => new
            {
                user.RowId,
                user.Id,
                user.ExternalId,
                user.Ordinal,
                user.UserName,
                user.Active,
                user.Created,
                user.MissingSince,
                user.OutOfScopeSince,
                user.ReadAt,
                user.Attributes,
                user.InputHash,
                user.Hash,
            });
        await foreach (var user in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            users.Add(user.ExternalId, new StoredUser
            {
                RowId = user.RowId,
                Id = user.Id,
                EmployeeId = user.ExternalId,
                Ordinal = user.Ordinal,
                UserName = user.UserName,
                Active = user.Active,
                Created = user.Created,
                MissingSince = user.MissingSince,
                OutOfScopeSince = user.OutOfScopeSince,
                ReadAt = user.ReadAt,
                Attributes = user.Attributes,
                InputHash = Digest.From(user.InputHash),
                Hash = Digest.From(user.Hash),
            });
        }

        return users;
    }

    /// <summary>All groups, by id.</summary>
    public async Task<IReadOnlyDictionary<string, StoredGroup>> GroupsAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Groups.AsNoTracking()
            .Where(group => group.DirectoryId == directory.Value && group.ValidTo == Versions.Open)
            .Select(group => new { group.RowId, group.Id, group.ExternalId, group.DisplayName, group.ItemPath, group.Ordinal, group.Created, group.Hash })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(
            group => group.Id,
            group => new StoredGroup(
                group.RowId, group.Id, group.ExternalId, group.DisplayName, group.ItemPath, group.Ordinal, group.Created, Digest.From(group.Hash)),
            StringComparer.Ordinal);
    }

    /// <summary>All memberships, one after the other.</summary>
    public async IAsyncEnumerable<StoredMembership> MembershipsAsync(
        DirectoryId directory, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Memberships.AsNoTracking()
            .Where(membership => membership.DirectoryId == directory.Value && membership.ValidTo == Versions.Open)
            .Select(membership => new { membership.RowId, membership.GroupId, membership.UserId, membership.Display });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new StoredMembership(row.RowId, row.GroupId, row.UserId, row.Display);
        }
    }

    /// <summary>The stored bodies of users by their rows.</summary>
    public async Task<IReadOnlyDictionary<long, byte[]>> BodiesAsync(IReadOnlyCollection<long> rowIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(user => rowIds.Contains(user.RowId))
            .ToDictionaryAsync(user => user.RowId, user => user.Body, cancellationToken);
    }

    /// <summary>The last known fields of these people; those who are not stored are left out.</summary>
    /// <remarks>By version and not by what is open: writing the next version closes the rows that it still reads from.</remarks>
    public async Task<IReadOnlyDictionary<string, EmployeeFields>> SourcesAsync(
        DirectoryId directory, int version, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        if (employeeIds.Count == 0)
        {
            return new Dictionary<string, EmployeeFields>(StringComparer.Ordinal);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Users.AsNoTracking()
            .Where(user => user.DirectoryId == directory.Value && user.ValidFrom <= version && user.ValidTo > version)
            .Where(user => employeeIds.Contains(user.ExternalId))
            .Select(user => new { user.ExternalId, user.Source })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(
            row => row.ExternalId, row => EmployeeFields.FromUtf8Json(row.ExternalId, row.Source), StringComparer.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Users as SCIM clients read them: stored bodies at one version.</summary>
internal sealed class UserStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The user's body, or null when the version has no such user.</summary>
    public async Task<StoredResource?> FindAsync(DirectoryVersion version, string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await At(db, version).Where(user => user.Id == id)
            .Select(user => new StoredResource(user.Id, user.Hash, user.Body)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A page of all users, or of those that match.</summary>
    /// <exception cref="Protocol.ScimException">400 invalidFilter: the filter uses what is not supported.</exception>
    public async Task<StoredPage> ListAsync(
        DirectoryVersion version, BoundFilter? filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = At(db, version);
        if (filter is null)
        {
            return new StoredPage(version.Users, await AllAsync(db, version, page, cancellationToken));
        }

        var matching = users.Where(UserFilter.Translate(filter, db, version));
        var total = await matching.CountAsync(cancellationToken);
        var resources = page.Count == 0 || page.StartIndex > total
            ? []
            : await Resources(matching.OrderBy(user => user.Ordinal).Skip(page.StartIndex - 1).Take(page.Count)).ToListAsync(cancellationToken);
        return new StoredPage(total, resources);
    }

    private static async Task<IReadOnlyList<StoredResource>> AllAsync(
        ScimBridgeContext db, DirectoryVersion version, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Count == 0 || page.StartIndex > version.Users
            || await PageAnchors.SeekAsync(db, version, AnchoredList.Users, page.StartIndex - 1, cancellationToken) is not { } from)
        {
            return [];
        }

        return await Resources(
                At(db, version).Where(user => user.Ordinal >= from.Ordinal).OrderBy(user => user.Ordinal).Skip(from.Skip).Take(page.Count))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<UserRecord> At(ScimBridgeContext db, DirectoryVersion version) => db.Users.AsNoTracking()
        .Where(user => user.DirectoryId == version.Directory.Value && user.ValidFrom <= version.Number && user.ValidTo > version.Number);

    private static IQueryable<StoredResource> Resources(IQueryable<UserRecord> users) =>
        users.Select(user => new StoredResource(user.Id, user.Hash, user.Body));
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Groups as SCIM clients read them: stored bodies at one version, and members apart, since a group may have 50,000.</summary>
internal sealed class GroupStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The group's body, or null when the version has no such group.</summary>
    public async Task<StoredResource?> FindAsync(DirectoryVersion version, string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await At(db, version).Where(group => group.Id == id)
            .Select(group => new StoredResource(group.Id, group.Hash, group.Body)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A page of all groups, or of those that match.</summary>
    /// <exception cref="Protocol.ScimException">400 invalidFilter: the filter uses what is not supported.</exception>
    public async Task<StoredPage> ListAsync(
        DirectoryVersion version, BoundFilter? filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (filter is null)
        {
            return new StoredPage(version.Groups, await AllAsync(db, version, page, cancellationToken));
        }

        var matching = At(db, version).Where(GroupFilter.Translate(filter));
        var total = await matching.CountAsync(cancellationToken);
        var resources = page.Count == 0 || page.StartIndex > total
            ? []
            : await Resources(matching.OrderBy(group => group.Ordinal).Skip(page.StartIndex - 1).Take(page.Count)).ToListAsync(cancellationToken);
        return new StoredPage(total, resources);
    }

    /// <summary>The members of a group in their stable order, one after the other.</summary>
    public async IAsyncEnumerable<StoredMember> MembersAsync(
        DirectoryVersion version, string groupId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var members = db.Memberships.AsNoTracking()
            .Where(row => row.DirectoryId == version.Directory.Value && row.GroupId == groupId
                && row.ValidFrom <= version.Number && row.ValidTo > version.Number)
            .OrderBy(row => row.UserOrdinal)
            .Select(row => new StoredMember(row.UserId, row.Display));
        await foreach (var member in members.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return member;
        }
    }

    private static async Task<IReadOnlyList<StoredResource>> AllAsync(
        ScimBridgeContext db, DirectoryVersion version, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Count == 0 || page.StartIndex > version.Groups
            || await PageAnchors.SeekAsync(db, version, AnchoredList.Groups, page.StartIndex - 1, cancellationToken) is not { } from)
        {
            return [];
        }

        return await Resources(
                At(db, version).Where(group => group.Ordinal >= from.Ordinal).OrderBy(group => group.Ordinal).Skip(from.Skip).Take(page.Count))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<GroupRecord> At(ScimBridgeContext db, DirectoryVersion version) => db.Groups.AsNoTracking()
        .Where(group => group.DirectoryId == version.Directory.Value && group.ValidFrom <= version.Number && group.ValidTo > version.Number);

    private static IQueryable<StoredResource> Resources(IQueryable<GroupRecord> groups) =>
        groups.Select(group => new StoredResource(group.Id, group.Hash, group.Body));
}

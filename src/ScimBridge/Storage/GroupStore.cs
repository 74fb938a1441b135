using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Groups as admins look at them: their members counted, and what they were like.</summary>
internal sealed class GroupStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>A group as it is, or as it was last; null when nothing is kept of such a one.</summary>
    public async Task<GroupRecord?> FindNewestAsync(DirectoryId directory, string id, CancellationToken cancellationToken)
    {
        // No id has it, and PostgreSQL takes it in no text.
        if (id.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Forms(db, directory, id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many members groups have at a version, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, int>> MembersAsync(
        DirectoryId directory, int version, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await At(db, directory, version).Where(group => ids.Contains(group.Id))
            .ToDictionaryAsync(group => group.Id, group => group.Members, cancellationToken);
    }

    /// <summary>The first groups of a version in the order of their names.</summary>
    public async Task<IReadOnlyList<GroupName>> NamesAsync(DirectoryId directory, int version, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await At(db, directory, version).OrderBy(group => group.DisplayNameKey).ThenBy(group => group.Ordinal).Take(most)
            .Select(group => new GroupName(group.Id, group.DisplayName, group.ExternalId)).ToListAsync(cancellationToken);
    }

    /// <summary>The sources that a version has groups of, such as <c>department</c>.</summary>
    public async Task<IReadOnlyList<string>> SourcesAsync(DirectoryId directory, int version, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await At(db, directory, version).Select(group => group.ExternalId).ToListAsync(cancellationToken);
        return [.. ids.Select(SourceOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>What a group was like, the newest form first, of the versions below <paramref name="below"/>; empty when nothing is kept of it.</summary>
    public async Task<IReadOnlyList<GroupVersion>> HistoryAsync(
        DirectoryId directory, string id, int below, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Forms(db, directory, id).Where(row => row.ValidFrom < below).Take(most + 1).ToListAsync(cancellationToken);

        // A group that went and came back has a form before, but not one that it followed.
        var forms = rows.Take(most).Select((row, index) => (Row: row, Before: rows.ElementAtOrDefault(index + 1) is { } older && older.ValidTo == row.ValidFrom ? older : null)).ToList();
        var changed = forms.Where(form => form.Before is not null).Select(form => form.Row.ValidFrom).ToList();
        var spans = await db.Memberships.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && row.GroupId == id && (changed.Contains(row.ValidFrom) || changed.Contains(row.ValidTo)))
            .Select(row => new Span(row.UserId, row.Display, row.ValidFrom, row.ValidTo)).ToListAsync(cancellationToken);
        var (begun, ended) = (spans.ToLookup(span => span.From), spans.ToLookup(span => span.To));
        return
        [
            .. forms.Select(form => form.Before is null
                ? new GroupVersion(form.Row, null, [], [])
                : new GroupVersion(form.Row, form.Before, Without(begun[form.Row.ValidFrom], ended[form.Row.ValidFrom]), Without(ended[form.Row.ValidFrom], begun[form.Row.ValidFrom]))),
        ];
    }

    /// <summary>The source of a group by its externalId; the item's own id has no colon.</summary>
    public static string SourceOf(string externalId) => externalId.LastIndexOf(':') is var at and > 0 ? externalId[..at] : externalId;

    private static IQueryable<GroupRecord> At(ScimBridgeContext db, DirectoryId directory, int version) => db.Groups.AsNoTracking()
        .Where(group => group.DirectoryId == directory.Value && group.ValidFrom <= version && group.ValidTo > version);

    /// <summary>All rows of a group in published versions, the newest first.</summary>
    private static IQueryable<GroupRecord> Forms(ScimBridgeContext db, DirectoryId directory, string id) => db.Groups.AsNoTracking()
        .Where(row => row.DirectoryId == directory.Value && row.Id == id)
        .Where(row => db.Directories.Any(found => found.Id == directory.Value && row.ValidFrom <= found.Version))
        .OrderByDescending(row => row.ValidFrom);

    // Who is in both only changed in name.
    private static List<StoredMember> Without(IEnumerable<Span> spans, IEnumerable<Span> others) =>
    [
        .. spans.ExceptBy(others.Select(other => other.UserId), span => span.UserId, StringComparer.Ordinal)
            .Select(span => new StoredMember(span.UserId, span.Display)).OrderBy(member => member.Display, StringComparer.Ordinal),
    ];

    private sealed record Span(string UserId, string? Display, int From, int To);
}

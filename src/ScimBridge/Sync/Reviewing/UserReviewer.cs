using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Reviewing;

/// <summary>Explains users of the published version, and tells their history.</summary>
internal sealed class UserReviewer(SyncStores stores, VersionReader versions, DirectoryMappings mappings)
{
    /// <summary>Why the user is as it is; null when there is no such user.</summary>
    public async Task<UserReview?> ExplainAsync(DirectoryRecord directory, string userId, CancellationToken cancellationToken)
    {
        var id = new DirectoryId(directory.Id);
        var history = await versions.HistoryAsync(id, userId, cancellationToken);
        if (history is not [{ } row, ..] || row.ValidTo <= directory.Version)
        {
            return null;
        }

        var mapping = await mappings.OfAsync(directory, directory.AppliedRulesRevision, cancellationToken);
        var lists = await stores.ListsAsync(id, cancellationToken);
        var explanation = mapping.Explain(
            EmployeeFields.FromUtf8Json(row.ExternalId, row.Source), Facts(directory, row), lists.Items, row.ReadAt);
        var runs = await versions.ByNumberAsync(id, [.. history.Select(kept => kept.ValidFrom)], cancellationToken);
        var since = Since(history);
        return new UserReview(
            row.Id,
            row.ExternalId,
            [
                .. explanation.Attributes.Select(attribute =>
                {
                    var version = since.GetValueOrDefault(attribute.Attribute, row.ValidFrom);
                    return new ExplainedAttribute(attribute, version, runs.GetValueOrDefault(version)?.RunId);
                }),
            ],
            explanation.Active,
            row.MissingSince,
            explanation.Groups);
    }

    /// <summary>What the user was like, the newest form first; empty when nothing is kept of such a user.</summary>
    public async Task<IReadOnlyList<UserVersion>> HistoryAsync(DirectoryId directory, string userId, CancellationToken cancellationToken)
    {
        var history = await versions.HistoryAsync(directory, userId, cancellationToken);
        var runs = await versions.ByNumberAsync(directory, [.. history.Select(row => row.ValidFrom)], cancellationToken);
        return
        [
            .. history.Select((row, index) =>
            {
                var made = runs.GetValueOrDefault(row.ValidFrom);
                var before = index + 1 < history.Count ? history[index + 1].Body : [];
                return new UserVersion(
                    row.ValidFrom,
                    row.ValidTo == Versions.Open ? null : row.ValidTo,
                    made?.At,
                    made?.RunId,
                    row.Active,
                    row.Reason,
                    ResourceDiff.Between(before, row.Body));
            }),
        ];
    }

    /// <summary>The version from which on each attribute has the value it has now.</summary>
    private static Dictionary<string, int> Since(IReadOnlyList<UserRecord> history)
    {
        var since = new Dictionary<string, int>(StringComparer.Ordinal);
        var now = ResourceDiff.Flatten(history[0].Body);
        var open = now.Keys.ToHashSet(StringComparer.Ordinal);
        var newer = history[0].ValidFrom;
        foreach (var row in history.Skip(1))
        {
            var then = ResourceDiff.Flatten(row.Body);
            foreach (var path in open.Where(path => then.GetValueOrDefault(path) != now[path]).ToList())
            {
                since[path] = newer;
                open.Remove(path);
            }

            newer = row.ValidFrom;
        }

        foreach (var path in open)
        {
            since[path] = newer;
        }

        return since;
    }

    private static UserFacts Facts(DirectoryRecord directory, UserRecord row)
    {
        var user = ScimJson.DeserializeUser(row.Body);
        return new UserFacts
        {
            Id = user.Id,
            UserName = user.UserName,
            Active = user.Active == true,
            Manager = user.Enterprise?.Manager,
            Groups = user.Groups ?? [],
            IncludeHomeAddress = directory.IncludeHomeAddress,
        };
    }
}

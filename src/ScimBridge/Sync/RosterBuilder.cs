using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Goes once through everybody who was read or is stored, keeping only what deciding takes.</summary>
internal sealed class RosterBuilder(
    EmployeeRead read, PersonReader people, SyncScope scope)
{
    private readonly Dictionary<string, RosterEntry> entries = new(read.Count, StringComparer.Ordinal);
    private readonly List<SourceIssue> issues = [];
    private readonly HashSet<string> rejected = new(StringComparer.Ordinal);
    private int rejectedCount;
    private bool someoneUnidentified;

    /// <summary>Takes in everybody.</summary>
    public async Task<Roster> BuildAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in Enumerable.Range(0, read.Count).Chunk(PersonReader.BatchSize))
        {
            await AddReadAsync(chunk, cancellationToken);
        }

        var expired = new List<StoredUser>();
        var kept = new List<StoredUser>();
        foreach (var user in scope.Users.Values.Where(user => !entries.ContainsKey(user.EmployeeId)))
        {
            var goneFor = scope.Now - (user.MissingSince ?? scope.Now);
            (goneFor >= scope.KeepMissingFor && !someoneUnidentified && !rejected.Contains(user.EmployeeId) ? expired : kept).Add(user);
        }

        foreach (var chunk in kept.Chunk(PersonReader.BatchSize))
        {
            await AddStoredAsync(chunk, cancellationToken);
        }

        return new Roster(entries, expired, issues, rejectedCount);
    }

    private async Task AddReadAsync(int[] indexes, CancellationToken cancellationToken)
    {
        var arrived = new List<(int Index, EmployeeFields Fields, bool HasAbsent)>(indexes.Length);
        foreach (var index in indexes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var fields = read.Read(index);
                arrived.Add((index, fields, scope.Users.ContainsKey(fields.EmployeeId) && people.HasAbsent(fields)));
            }
            catch (EmployeeRejectedException rejection)
            {
                Reject(rejection);
            }
        }

        var known = await people.StoredAsync(
            [.. arrived.Where(person => person.HasAbsent).Select(person => person.Fields.EmployeeId)], cancellationToken);
        foreach (var (index, fields, hasAbsent) in arrived)
        {
            var complete = hasAbsent ? people.Complete(fields, known) : fields;
            try
            {
                var entry = Entry(complete, index, hasAbsent, missingSince: null);
                entries[fields.EmployeeId] = entry;
                issues.AddRange(entry.Assessment.Issues);
            }
            catch (EmployeeRejectedException rejection)
            {
                Reject(rejection);
            }
        }
    }

    private async Task AddStoredAsync(StoredUser[] users, CancellationToken cancellationToken)
    {
        var known = await people.StoredAsync([.. users.Select(user => user.EmployeeId)], cancellationToken);
        foreach (var user in users)
        {
            entries[user.EmployeeId] = Entry(known[user.EmployeeId], RosterEntry.FromStore, needsLastKnown: false, MissingSince(user));
        }
    }

    /// <summary>A rejected person stays as stored, missing or not; a record without an id might be anybody's, so then nobody is newly missing.</summary>
    private DateTimeOffset? MissingSince(StoredUser user) =>
        user.MissingSince ?? (someoneUnidentified || rejected.Contains(user.EmployeeId) ? null : scope.Now);

    private RosterEntry Entry(EmployeeFields fields, int index, bool needsLastKnown, DateTimeOffset? missingSince)
    {
        return new RosterEntry
        {
            EmployeeId = fields.EmployeeId,
            UserId = scope.Users.GetValueOrDefault(fields.EmployeeId)?.Id ?? ResourceIds.User(scope.DirectoryKey, fields.EmployeeId),
            ReadIndex = index,
            NeedsLastKnown = needsLastKnown,
            Stored = scope.Users.GetValueOrDefault(fields.EmployeeId),
            MissingSince = missingSince,
            FieldsHash = Digest.Of(fields.ToUtf8Json()),
            Assessment = scope.Mapping.Assess(fields, scope.Now),
        };
    }

    private void Reject(EmployeeRejectedException rejection)
    {
        rejectedCount++;
        issues.Add(rejection.Issue);
        if (rejection.Issue.EmployeeId is { } employeeId)
        {
            rejected.Add(employeeId);
        }
        else
        {
            someoneUnidentified = true;
        }
    }
}

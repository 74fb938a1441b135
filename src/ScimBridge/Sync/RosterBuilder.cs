using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Goes once through everybody who was read or is stored, keeping only what deciding takes.</summary>
internal sealed class RosterBuilder(EmployeeRead read, ReadCoverage coverage, PersonReader people, SyncScope scope)
{
    private readonly Dictionary<string, RosterEntry> entries = new(read.Count, StringComparer.Ordinal);
    private readonly List<DeletedUser> expired = [];
    private readonly List<SourceIssue> issues = [];
    private readonly HashSet<string> rejected = new(StringComparer.Ordinal);
    private readonly HashSet<string> excluded = new(StringComparer.Ordinal);
    private int rejectedCount;
    private bool someoneUnidentified;

    /// <summary>Takes in everybody.</summary>
    public async Task<Roster> BuildAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in Enumerable.Range(0, read.Count).Chunk(PersonReader.BatchSize))
        {
            await AddReadAsync(chunk, cancellationToken);
        }

        foreach (var user in scope.Forgotten.Select(id => scope.Users.GetValueOrDefault(id)).OfType<StoredUser>())
        {
            excluded.Add(user.EmployeeId);
            expired.Add(new DeletedUser(user, StandingReasons.Erased));
        }

        var kept = new List<StoredUser>();
        foreach (var user in scope.Users.Values.Where(user => !entries.ContainsKey(user.EmployeeId) && !excluded.Contains(user.EmployeeId)))
        {
            if (HasExpired(user))
            {
                expired.Add(new DeletedUser(user, StandingReasons.Missing));
            }
            else
            {
                kept.Add(user);
            }
        }

        foreach (var chunk in kept.Chunk(PersonReader.BatchSize))
        {
            await AddStoredAsync(chunk, cancellationToken);
        }

        return new Roster(entries, expired, issues, rejectedCount, excluded.Count);
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
                issues.AddRange(Add(complete, index, hasAbsent, missingSince: null).Issues);
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
            Add(known[user.EmployeeId], RosterEntry.FromStore, needsLastKnown: false, MissingSince(user));
        }
    }

    /// <summary>Whether a user has been missing for longer than the directory keeps the missing.</summary>
    private bool HasExpired(StoredUser user) =>
        coverage.Expires && user.MissingSince is { } since && scope.KeepMissingFor is { } kept && scope.Now - since >= kept
        && !someoneUnidentified && !rejected.Contains(user.EmployeeId);

    /// <summary>A rejected person stays as stored, missing or not; a record without an id might be anybody's, so then nobody is newly missing.</summary>
    private DateTimeOffset? MissingSince(StoredUser user) =>
        user.MissingSince
        ?? (someoneUnidentified || rejected.Contains(user.EmployeeId) || !coverage.Includes(user.EmployeeId) ? null : scope.Now);

    private PersonAssessment Add(EmployeeFields fields, int index, bool needsLastKnown, DateTimeOffset? missingSince)
    {
        var stored = scope.Users.GetValueOrDefault(fields.EmployeeId);
        var assessment = scope.Mapping.Assess(fields, scope.Now);
        DateTimeOffset? outOfScopeSince = assessment.OutOfScope ? stored?.OutOfScopeSince ?? scope.Now : null;
        if (assessment.OutOfScope || assessment.Standing is PersonStanding.Excluded)
        {
            excluded.Add(fields.EmployeeId);
            if (stored is null)
            {
                return assessment;
            }

            if (assessment.Standing is PersonStanding.Excluded || HasBeenOutOfScope(outOfScopeSince))
            {
                expired.Add(new DeletedUser(stored, assessment.Reason));
                return assessment;
            }
        }

        entries[fields.EmployeeId] = new RosterEntry
        {
            EmployeeId = fields.EmployeeId,
            UserId = stored?.Id ?? ResourceIds.User(scope.DirectoryKey, fields.EmployeeId),
            ReadIndex = index,
            NeedsLastKnown = needsLastKnown,
            Stored = stored,
            MissingSince = missingSince,
            OutOfScopeSince = outOfScopeSince,
            ReadAt = index == RosterEntry.FromStore ? stored!.ReadAt : scope.Now,
            FieldsHash = Digest.Of(fields.ToUtf8Json()),
            Assessment = assessment,
        };
        return assessment;
    }

    /// <summary>Whether a user has been outside the scope for longer than the directory keeps those who are.</summary>
    private bool HasBeenOutOfScope(DateTimeOffset? since) =>
        scope.Mapping.DeleteOutOfScopeAfterDays is { } days && scope.Now - since >= TimeSpan.FromDays(days);

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

using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Finds out whether a company can be read, and if not, what exactly is wrong.</summary>
/// <remarks>Everybody is asked for the status alone, since HiBob shows its audience in no other way; the other fields of a few people.</remarks>
internal sealed class HiBobAccessCheck(HiBobReader reader, PeopleGatherer people)
{
    private const int Sample = 20;

    /// <summary>Checks.</summary>
    public async Task<SourceAccess> CheckAsync(SourceConnection connection, ReadRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceIssue> issues = [];
        try
        {
            var plan = await reader.PlanAsync(connection, request, cancellationToken);
            issues = plan.Issues;
            using var everybody = await people.EverybodyAsync(
                connection, plan.Only(HiBobFieldIds.Id, HiBobFieldIds.LifecycleStatus), new Progress<int>(), cancellationToken);
            if (everybody.People.Count == 0)
            {
                throw HiBobFailures.Empty(connection);
            }

            if (everybody.Observed.Unseen.Any(field => field.Id is HiBobFieldIds.LifecycleStatus))
            {
                throw HiBobFailures.MissingLifecycle(connection);
            }

            using var few = await people.SomeAsync(connection, plan, Some(everybody), cancellationToken);
            var counts = everybody.Observed.Lifecycle.Counts(null);
            return new SourceAccess(
                AccessOutcome.Granted,
                $"Service user {connection} can read {everybody.People.Count} people.",
                counts,
                HiBobFieldReports.Of(plan, few.Observed),
                [.. issues, .. Audience(counts)]);
        }
        catch (EmployeeSourceException exception)
        {
            return SourceAccess.Denied(Outcome(exception), exception.Message, issues);
        }
    }

    private static List<string> Some(PeopleGathered everybody)
    {
        var reader = new PersonReader(everybody.Plan, new Dictionary<string, HiBobNamedList>(StringComparer.Ordinal));
        var ids = new List<string>();
        for (var index = 0; index < everybody.People.Count && ids.Count < Sample; index++)
        {
            try
            {
                ids.Add(PeopleSlices.Read(everybody.Spool, everybody.People[index], index, reader).EmployeeId);
            }
            catch (EmployeeRejectedException)
            {
                // A read names whoever is rejected; for a sample the next one does.
            }
        }

        return ids;
    }

    private static IEnumerable<SourceIssue> Audience(IReadOnlyDictionary<string, int> counts)
    {
        if (!counts.ContainsKey(HiBobLifecycle.Word(LifecycleStatus.Hired)))
        {
            yield return HiBobIssues.NobodySeen("no_joiners_visible", "hired");
        }

        if (!counts.ContainsKey(HiBobLifecycle.Word(LifecycleStatus.Terminated)))
        {
            yield return HiBobIssues.NobodySeen("no_leavers_visible", "terminated");
        }
    }

    private static AccessOutcome Outcome(EmployeeSourceException exception) => exception.Failure switch
    {
        SourceFailure.InvalidCredentials => AccessOutcome.InvalidCredentials,
        SourceFailure.Forbidden => AccessOutcome.NoPermission,
        SourceFailure.HostNotAllowed => AccessOutcome.HostNotAllowed,
        SourceFailure.Empty => AccessOutcome.NobodyVisible,
        SourceFailure.MissingField => AccessOutcome.LifecycleHidden,
        SourceFailure.Refused when exception.Cause is SourceFailureCause.NotFound => AccessOutcome.WrongAddress,
        SourceFailure.Refused => AccessOutcome.Refused,
        SourceFailure.Unreadable when exception.Cause is not SourceFailureCause.TooLarge => AccessOutcome.WrongAddress,
        SourceFailure.Unavailable when exception.Cause is SourceFailureCause.NoConnection => AccessOutcome.HostNotReached,
        _ => AccessOutcome.Unavailable,
    };
}

using ScimBridge.Employees;
using static ScimBridge.HiBob.HiBobFieldIds;

namespace ScimBridge.HiBob;

/// <summary>What is odd about one person's fields without keeping the person out.</summary>
internal static class HiBobOddities
{
    private static readonly string[] Dates = [StartDate, TerminationDate, LastDayOfWork];

    /// <summary>The oddities, by field.</summary>
    public static IReadOnlyList<SourceIssue> Of(EmployeeFields fields) =>
        [.. NoEmail(fields), .. BadDates(fields), .. TooLong(fields)];

    private static IEnumerable<SourceIssue> NoEmail(EmployeeFields fields)
    {
        // An address that was not even mentioned is a matter of permission, which the read says once.
        var email = fields[Email];
        if (email.State is FieldState.Absent || FieldValues.Scalar(email) is not null || FieldValues.IsTooLong(email))
        {
            yield break;
        }

        var lifecycle = fields[HiBobFieldIds.LifecycleStatus];
        if (HiBobLifecycle.Find(FieldValues.Scalar(lifecycle), lifecycle.Text) is not Employees.LifecycleStatus.Terminated)
        {
            yield return HiBobIssues.NoEmail(fields.EmployeeId);
        }
    }

    private static IEnumerable<SourceIssue> BadDates(EmployeeFields fields) =>
        Dates.Where(field => IsBad(fields[field], FieldValues.Date(fields[field]) is not null))
            .Concat(Enumerable.Repeat(CreationDateTime, IsBad(fields[CreationDateTime], FieldValues.Time(fields[CreationDateTime]) is not null) ? 1 : 0))
            .Select(field => HiBobIssues.BadDate(fields.EmployeeId, field));

    private static bool IsBad(FieldValue value, bool understood) =>
        value is { State: FieldState.Present, Json: not null }
        && !understood
        && !(value.Json.StartsWith('"') && FieldValues.Scalar(value.Json) is null);

    private static IEnumerable<SourceIssue> TooLong(EmployeeFields fields) => fields.Values
        .Where(pair => FieldValues.IsTooLong(pair.Value))
        .Select(pair => pair.Key)
        .Order(StringComparer.Ordinal)
        .Select(field => HiBobIssues.TooLong(fields.EmployeeId, field));
}

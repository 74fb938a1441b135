namespace ScimBridge.Employees;

/// <summary>What a check of a connection found.</summary>
/// <param name="Outcome">Whether it can be read from, or what is wrong.</param>
/// <param name="Detail">The same in sentences, with what to do.</param>
/// <param name="LifecycleCounts">As <see cref="EmployeeRead.LifecycleCounts"/>; empty when nobody was seen.</param>
/// <param name="Fields">What a sample of people showed of each requested field; empty unless access was granted.</param>
/// <param name="Issues">What was odd, such as fields that the HR system does not know or an audience without leavers.</param>
internal sealed record SourceAccess(
    AccessOutcome Outcome,
    string Detail,
    IReadOnlyDictionary<string, int> LifecycleCounts,
    IReadOnlyList<FieldReport> Fields,
    IReadOnlyList<SourceIssue> Issues)
{
    /// <summary>A check that found why the connection can't be read from.</summary>
    public static SourceAccess Denied(AccessOutcome outcome, string detail, IReadOnlyList<SourceIssue> issues) =>
        new(outcome, detail, new Dictionary<string, int>(StringComparer.Ordinal), [], issues);
}

namespace ScimBridge.Employees;

/// <summary>One person's record can't be used; the others go on, and what is stored of this person stays as it is.</summary>
internal sealed class EmployeeRejectedException(SourceIssue issue) : Exception(issue.Detail)
{
    /// <summary>Who was rejected, why, and what to do.</summary>
    public SourceIssue Issue { get; } = issue;
}

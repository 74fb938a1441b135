namespace ScimBridge.Employees;

/// <summary>Something odd that did not stop a read. Holds no personal data but the person's identifier.</summary>
/// <param name="EmployeeId">The person it concerns; null when it concerns the read as a whole.</param>
/// <param name="Code">A short fixed code, such as <c>unknown_field</c>.</param>
/// <param name="Detail">What was found, in a sentence.</param>
/// <param name="Advice">What to do about it, in a sentence.</param>
internal sealed record SourceIssue(string? EmployeeId, string Code, string Detail, string Advice);

namespace ScimBridge.Employees;

/// <summary>A read that failed as a whole; nothing may be changed because of it.</summary>
internal sealed class EmployeeSourceException(SourceFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What kind of failure it was.</summary>
    public SourceFailure Failure { get; } = failure;

    /// <summary>What more is known of why.</summary>
    public SourceFailureCause Cause { get; init; }
}

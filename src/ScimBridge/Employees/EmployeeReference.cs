namespace ScimBridge.Employees;

/// <summary>One person's pointer to another.</summary>
/// <param name="Id">The HR system's identifier of the other person.</param>
/// <param name="DisplayName">The other person's name, when the reference carries it.</param>
internal sealed record EmployeeReference(string Id, string? DisplayName);

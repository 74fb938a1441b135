namespace ScimBridge.Employees;

/// <summary>A notice that something about a person changed.</summary>
/// <param name="Type">The HR system's word for it, such as <c>employee.updated</c>, which may be one not known here; null when only the person is believed.</param>
/// <param name="EmployeeId">The person.</param>
/// <param name="Deleted">Whether the record was removed.</param>
/// <param name="TriggeredAt">When it happened to the HR system's own clock; null when that was not said.</param>
/// <param name="CompanyId">The HR system's id of the company; null when that was not said.</param>
internal sealed record ChangeNotice(string? Type, string EmployeeId, bool Deleted, DateTime? TriggeredAt, string? CompanyId);

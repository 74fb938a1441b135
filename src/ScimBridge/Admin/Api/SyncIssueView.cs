namespace ScimBridge.Admin.Api;

/// <summary>One line of a run's ledger.</summary>
internal sealed record SyncIssueView(string? EmployeeId, string Code, string Detail, string Advice);

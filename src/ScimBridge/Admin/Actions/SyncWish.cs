namespace ScimBridge.Admin.Actions;

/// <summary>Which sync somebody wants.</summary>
/// <param name="Kind"><c>full</c>, <c>dry_run</c>, or <c>person</c>.</param>
internal sealed record SyncWish(string Kind)
{
    /// <summary>With <c>person</c>, the HR system's id.</summary>
    public string? EmployeeId { get; init; }

    /// <summary>With <c>person</c>, the work e-mail address instead.</summary>
    public string? Email { get; init; }
}

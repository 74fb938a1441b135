using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>Which sync is asked for; without a body, one of everybody.</summary>
internal sealed record SyncBody
{
    /// <summary><c>full</c>, <c>dry_run</c>, or <c>person</c>.</summary>
    public string Kind { get; init; } = "full";

    /// <summary>With <c>person</c>, the HR system's id.</summary>
    [MaxLength(ApiRequests.LongestId)]
    public string? EmployeeId { get; init; }

    /// <summary>With <c>person</c>, the work e-mail address instead.</summary>
    [MaxLength(ApiRequests.LongestId)]
    public string? Email { get; init; }
}

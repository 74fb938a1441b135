using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>Who is to be forgotten. Somebody whom the HR system still returns comes back with the next sync, under the same id.</summary>
internal sealed record ErasureBody
{
    /// <summary>The HR system's id of the person.</summary>
    [MaxLength(ApiRequests.LongestId)]
    public string? EmployeeId { get; init; }
}

namespace ScimBridge.Reporting;

/// <summary>A user as reports see it.</summary>
internal sealed class UserRow
{
    /// <summary>The SCIM id.</summary>
    public required string Id { get; init; }

    /// <summary>The HR system's id.</summary>
    public required string ExternalId { get; init; }

    public required string UserName { get; init; }

    public string? DisplayName { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public bool Active { get; init; }

    public string? Title { get; init; }

    public string? UserType { get; init; }

    public string? Department { get; init; }

    public string? Site { get; init; }

    public string? EmployeeNumber { get; init; }

    /// <summary>The SCIM id of the manager.</summary>
    public string? ManagerId { get; init; }

    public string? LifecycleStatus { get; init; }

    /// <summary>The date as <c>yyyy-MM-dd</c>, so that text order is date order.</summary>
    public string? StartDate { get; init; }

    /// <summary>The date as <c>yyyy-MM-dd</c>, so that text order is date order.</summary>
    public string? TerminationDate { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset LastModified { get; init; }

    /// <summary>The stable order of pages; no part of the feed.</summary>
    public int Ordinal { get; init; }
}

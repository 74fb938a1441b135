namespace ScimBridge.Storage.Records;

/// <summary>A user as it is in some versions of its directory.</summary>
internal sealed class UserRecord : IVersionedRecord
{
    public long RowId { get; set; }

    public int DirectoryId { get; set; }

    public int ValidFrom { get; set; }

    public int ValidTo { get; set; }

    /// <summary>The user's place in the stable order of lists; given once.</summary>
    public int Ordinal { get; set; }

    /// <summary>The SCIM id.</summary>
    public required string Id { get; set; }

    /// <summary>The HR system's id.</summary>
    public required string ExternalId { get; set; }

    public required string UserName { get; set; }

    public required string UserNameKey { get; set; }

    public string? DisplayName { get; set; }

    public string? DisplayNameKey { get; set; }

    public bool Active { get; set; }

    public DateTimeOffset Created { get; set; }

    public DateTimeOffset LastModified { get; set; }

    /// <summary>Since when the HR system no longer returns the person; null while it does.</summary>
    public DateTimeOffset? MissingSince { get; set; }

    /// <summary>When the fields were read that the user is made of.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Why the user is active or not, as a fixed code.</summary>
    public required string Reason { get; set; }

    /// <summary>Since when the person is outside the directory's scope; null while inside.</summary>
    public DateTimeOffset? OutOfScopeSince { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? FamilyNameKey { get; set; }

    public string? Title { get; set; }

    public string? TitleKey { get; set; }

    public string? UserType { get; set; }

    public string? EmployeeNumber { get; set; }

    public string? EmployeeNumberKey { get; set; }

    public string? Department { get; set; }

    public string? DepartmentKey { get; set; }

    public string? Site { get; set; }

    /// <summary>The SCIM id of the manager.</summary>
    public string? ManagerId { get; set; }

    public string? LifecycleStatus { get; set; }

    public string? StartDate { get; set; }

    public string? TerminationDate { get; set; }

    /// <summary>Which attributes have a value, a bit each; for noticing a plan that empties one for most people.</summary>
    public long Attributes { get; set; }

    /// <summary>Every attribute in the form in which it is compared, as JSON; see <see cref="Protocol.Filtering.ComparisonDocument"/>.</summary>
    public required string Search { get; set; }

    /// <summary>The hash of all that the resource was made from; equal means that mapping again can be spared.</summary>
    public required byte[] InputHash { get; set; }

    /// <summary>The hash of the mapped resource without its metadata; also its entity tag.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The resource as UTF-8 JSON, with markers where the base URL goes.</summary>
    public required byte[] Body { get; set; }

    /// <summary>The HR system's fields as read, as UTF-8 JSON.</summary>
    public required byte[] Source { get; set; }
}

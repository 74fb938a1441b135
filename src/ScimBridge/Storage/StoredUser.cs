namespace ScimBridge.Storage;

/// <summary>What planning needs to know of a user in the published version; small, since a directory may have 100,000.</summary>
internal sealed record StoredUser
{
    /// <summary>The row.</summary>
    public required long RowId { get; init; }

    /// <summary>The SCIM id.</summary>
    public required string Id { get; init; }

    /// <summary>The HR system's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The place in the order of lists.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The userName.</summary>
    public required string UserName { get; init; }

    /// <summary>Whether the user is active.</summary>
    public required bool Active { get; init; }

    /// <summary>When the resource was added.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Since when the HR system no longer returns the person.</summary>
    public required DateTimeOffset? MissingSince { get; init; }

    /// <summary>Since when the person is outside the directory's scope.</summary>
    public required DateTimeOffset? OutOfScopeSince { get; init; }

    /// <summary>When the fields were read that the user is made of.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Which attributes have a value.</summary>
    public required long Attributes { get; init; }

    /// <summary>The hash of what the resource was made from.</summary>
    public required Digest InputHash { get; init; }

    /// <summary>The hash of the resource.</summary>
    public required Digest Hash { get; init; }
}

namespace ScimBridge.Admin.Actions;

/// <summary>Which resources a token shows, as SCIM filters.</summary>
internal sealed record TokenFilters
{
    /// <summary>The users; null for all.</summary>
    public string? Users { get; init; }

    /// <summary>The groups; null for all.</summary>
    public string? Groups { get; init; }
}

namespace ScimBridge.Admin.Api;

/// <summary>Which directory is meant to be deleted.</summary>
internal sealed record DeletionBody
{
    /// <summary>The directory's name, typed again.</summary>
    public string? Name { get; init; }
}

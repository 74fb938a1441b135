namespace ScimBridge.Admin.Api;

/// <summary>What is to change of a directory; what is left out stays.</summary>
internal sealed record DirectoryChangeBody
{
    /// <summary>The name shown to people.</summary>
    public string? Name { get; init; }

    /// <summary>The number of the organization.</summary>
    public int? OrganizationId { get; init; }
}

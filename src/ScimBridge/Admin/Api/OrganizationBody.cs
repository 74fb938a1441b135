namespace ScimBridge.Admin.Api;

/// <summary>An organization as it is to be.</summary>
internal sealed record OrganizationBody
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }
}

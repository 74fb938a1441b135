namespace ScimBridge.Admin.Api;

/// <summary>A directory that is wanted.</summary>
internal sealed record DirectoryBody
{
    /// <summary>The immutable slug; made from the name when left out.</summary>
    public string? Key { get; init; }

    /// <summary>The name shown to people.</summary>
    public string? Name { get; init; }

    /// <summary>The number of the organization.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>Or its name; made where there is none of that name.</summary>
    public string? Organization { get; init; }

    /// <summary>Where it is read.</summary>
    public DirectoryHiBobBody? HiBob { get; init; }
}

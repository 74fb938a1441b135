namespace ScimBridge.Protocol.Resources;

/// <summary>A Group (RFC 7643 section 4.2). An attribute that is null is unassigned and left out.</summary>
public sealed record ScimGroup
{
    /// <summary>The schemas the resource uses.</summary>
    public required IReadOnlyList<string> Schemas { get; init; }

    /// <summary>The service provider's identifier: stable, never reassigned, case-exact (RFC 7643 section 3.1).</summary>
    public required string Id { get; init; }

    /// <summary>The identifier in the system of record; case-exact.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The group's name for display; unique within a directory here, since clients match on it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The members.</summary>
    public IReadOnlyList<ScimMember>? Members { get; init; }

    /// <summary>The resource's metadata.</summary>
    public ScimMeta? Meta { get; init; }
}

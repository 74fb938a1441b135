using System.Text.Json.Serialization;

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

/// <summary>A member of a group (RFC 7643 section 4.2).</summary>
public sealed record ScimMember
{
    /// <summary>The member's id.</summary>
    public required string Value { get; init; }

    /// <summary>Where the member is.</summary>
    [JsonPropertyName("$ref")]
    public ResourceReference? Ref { get; init; }

    /// <summary>"User" or "Group".</summary>
    public string? Type { get; init; }

    /// <summary>The member's displayName.</summary>
    public string? Display { get; init; }
}

/// <summary>A resource's metadata (RFC 7643 section 3.1).</summary>
public sealed record ScimMeta
{
    /// <summary>The resource type's name.</summary>
    public required string ResourceType { get; init; }

    /// <summary>When the service provider added the resource; UTC, in whole milliseconds.</summary>
    public string? Created { get; init; }

    /// <summary>When the resource last changed here; UTC, in whole milliseconds.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where the resource is.</summary>
    public ResourceReference? Location { get; init; }

    /// <summary>The entity tag (RFC 7644 section 3.14).</summary>
    public string? Version { get; init; }
}

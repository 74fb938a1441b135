using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>A group that a user belongs to (RFC 7643 section 4.1.2).</summary>
public sealed record ScimGroupMembership
{
    /// <summary>The group's id.</summary>
    public required string Value { get; init; }

    /// <summary>Where the group is.</summary>
    [JsonPropertyName("$ref")]
    public ResourceReference? Ref { get; init; }

    /// <summary>The group's displayName.</summary>
    public string? Display { get; init; }

    /// <summary>"direct" or "indirect".</summary>
    public string? Type { get; init; }
}

using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

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

using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>A user's manager, who is a User here too (RFC 7643 section 4.3).</summary>
public sealed record ScimManager
{
    /// <summary>The manager's id.</summary>
    public required string Value { get; init; }

    /// <summary>Where the manager is.</summary>
    [JsonPropertyName("$ref")]
    public ResourceReference? Ref { get; init; }

    /// <summary>The manager's name for display.</summary>
    public string? DisplayName { get; init; }
}

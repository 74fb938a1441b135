using System.Text.Json.Serialization;

namespace ScimBridge.Scim.OAuth;

/// <summary>What a client learns about this server as a protected resource (RFC 9728 section 2).</summary>
internal sealed record ProtectedResource
{
    /// <summary>The resource: the SCIM base URL.</summary>
    [JsonPropertyName("resource")]
    public required string Resource { get; init; }

    /// <summary>Its name for people.</summary>
    [JsonPropertyName("resource_name")]
    public required string ResourceName { get; init; }

    /// <summary>Who issues tokens for it.</summary>
    [JsonPropertyName("authorization_servers")]
    public required IReadOnlyList<string> AuthorizationServers { get; init; }

    /// <summary>The scopes that requests need.</summary>
    [JsonPropertyName("scopes_supported")]
    public required IReadOnlyList<string> ScopesSupported { get; init; }

    /// <summary>How tokens are sent.</summary>
    [JsonPropertyName("bearer_methods_supported")]
    public required IReadOnlyList<string> BearerMethodsSupported { get; init; }
}

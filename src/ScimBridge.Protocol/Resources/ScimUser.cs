using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>A User with the enterprise extension and ours (RFC 7643 sections 4.1 and 4.3). An attribute that is null is unassigned and left out.</summary>
public sealed record ScimUser
{
    /// <summary>The schemas the resource uses: the core one, then each extension that has a value (RFC 7643 section 3).</summary>
    public required IReadOnlyList<string> Schemas { get; init; }

    /// <summary>The service provider's identifier: stable, never reassigned, case-exact (RFC 7643 section 3.1).</summary>
    public required string Id { get; init; }

    /// <summary>The identifier in the system of record; case-exact.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The name by which the user signs in; unique ignoring case.</summary>
    public required string UserName { get; init; }

    /// <summary>The components of the user's name.</summary>
    public ScimName? Name { get; init; }

    /// <summary>The name to show to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The casual name.</summary>
    public string? NickName { get; init; }

    /// <summary>A URL of the user's profile.</summary>
    public string? ProfileUrl { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    /// <summary>How the user relates to the organization, such as "Permanent".</summary>
    public string? UserType { get; init; }

    /// <summary>The preferred written or spoken language (RFC 9110 section 12.5.4).</summary>
    public string? PreferredLanguage { get; init; }

    /// <summary>The default location for currency, dates and the like, a language tag (RFC 5646).</summary>
    public string? Locale { get; init; }

    /// <summary>The time zone in IANA form.</summary>
    public string? Timezone { get; init; }

    /// <summary>Whether the user's administrative status is active.</summary>
    public bool? Active { get; init; }

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<ScimMultiValue>? Emails { get; init; }

    /// <summary>Phone numbers, as entered in the system of record.</summary>
    public IReadOnlyList<ScimMultiValue>? PhoneNumbers { get; init; }

    /// <summary>Instant messaging addresses.</summary>
    public IReadOnlyList<ScimMultiValue>? Ims { get; init; }

    /// <summary>URLs of photos.</summary>
    public IReadOnlyList<ScimMultiValue>? Photos { get; init; }

    /// <summary>Postal addresses.</summary>
    public IReadOnlyList<ScimAddress>? Addresses { get; init; }

    /// <summary>The groups the user belongs to; read-only (RFC 7643 section 4.1.2).</summary>
    public IReadOnlyList<ScimGroupMembership>? Groups { get; init; }

    /// <summary>Entitlements.</summary>
    public IReadOnlyList<ScimMultiValue>? Entitlements { get; init; }

    /// <summary>Roles.</summary>
    public IReadOnlyList<ScimMultiValue>? Roles { get; init; }

    /// <summary>Certificates.</summary>
    [JsonPropertyName("x509Certificates")]
    public IReadOnlyList<ScimMultiValue>? X509Certificates { get; init; }

    /// <summary>The enterprise extension (RFC 7643 section 4.3).</summary>
    [JsonPropertyName(ScimSchemaUris.EnterpriseUser)]
    public ScimEnterpriseUser? Enterprise { get; init; }

    /// <summary>Our extension.</summary>
    [JsonPropertyName(ScimSchemaUris.HiBobUser)]
    public ScimHiBobUser? HiBob { get; init; }

    /// <summary>The resource's metadata.</summary>
    public ScimMeta? Meta { get; init; }
}

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

/// <summary>The components of a name (RFC 7643 section 4.1.1).</summary>
public sealed record ScimName
{
    /// <summary>The full name, formatted for display.</summary>
    public string? Formatted { get; init; }

    /// <summary>The family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The middle name or names.</summary>
    public string? MiddleName { get; init; }

    /// <summary>The prefix, such as "Dr.".</summary>
    public string? HonorificPrefix { get; init; }

    /// <summary>The suffix, such as "III".</summary>
    public string? HonorificSuffix { get; init; }
}

/// <summary>One value of a multi-valued attribute with the default sub-attributes (RFC 7643 section 2.4).</summary>
public sealed record ScimMultiValue
{
    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>A name for display.</summary>
    public string? Display { get; init; }

    /// <summary>The label of the value's function, such as "work"; unique within the attribute here, since clients rely on it.</summary>
    public string? Type { get; init; }

    /// <summary>Whether this is the preferred value; true at most once.</summary>
    public bool? Primary { get; init; }
}

/// <summary>A postal address (RFC 7643 section 4.1.2).</summary>
public sealed record ScimAddress
{
    /// <summary>The full address for display, lines divided by a newline.</summary>
    public string? Formatted { get; init; }

    /// <summary>Street, house number and further lines, divided by a newline.</summary>
    public string? StreetAddress { get; init; }

    /// <summary>The city.</summary>
    public string? Locality { get; init; }

    /// <summary>The state or region.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country, an ISO 3166-1 alpha-2 code.</summary>
    public string? Country { get; init; }

    /// <summary>The label, "work" or "home".</summary>
    public string? Type { get; init; }

    /// <summary>Whether this is the preferred address; true at most once.</summary>
    public bool? Primary { get; init; }
}

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

/// <summary>The enterprise extension's attributes (RFC 7643 section 4.3).</summary>
public sealed record ScimEnterpriseUser
{
    /// <summary>The number the organization gave the employee.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The cost centre.</summary>
    public string? CostCenter { get; init; }

    /// <summary>The organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The division.</summary>
    public string? Division { get; init; }

    /// <summary>The department.</summary>
    public string? Department { get; init; }

    /// <summary>The manager.</summary>
    public ScimManager? Manager { get; init; }
}

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

/// <summary>Our extension's attributes: the employment as HiBob knows it. Dates are calendar days, <c>yyyy-MM-dd</c>.</summary>
public sealed record ScimHiBobUser
{
    /// <summary>The first day of employment.</summary>
    public string? StartDate { get; init; }

    /// <summary>The day on which the employment ends; may lie ahead.</summary>
    public string? TerminationDate { get; init; }

    /// <summary>The last day at work, which garden leave may put before the termination date.</summary>
    public string? LastDayOfWork { get; init; }

    /// <summary>The employment's state in HiBob's words, such as "Employed".</summary>
    public string? LifecycleStatus { get; init; }

    /// <summary>Whether the person has access to HiBob: "Active" or "Inactive".</summary>
    public string? AccessStatus { get; init; }

    /// <summary>The site's name.</summary>
    public string? Site { get; init; }

    /// <summary>The site's identifier in HiBob.</summary>
    public string? SiteId { get; init; }

    /// <summary>The employment type, such as "Permanent".</summary>
    public string? EmploymentType { get; init; }

    /// <summary>The contract, such as "Full time".</summary>
    public string? Contract { get; init; }

    /// <summary>Whether anybody reports to the person.</summary>
    public bool? IsManager { get; init; }
}

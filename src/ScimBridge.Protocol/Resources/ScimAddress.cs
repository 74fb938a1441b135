namespace ScimBridge.Protocol.Resources;

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

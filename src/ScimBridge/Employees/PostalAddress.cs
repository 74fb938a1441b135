namespace ScimBridge.Employees;

/// <summary>A postal address as entered in the HR system.</summary>
internal sealed record PostalAddress
{
    /// <summary>Street and house number.</summary>
    public string? Line1 { get; init; }

    /// <summary>What follows the street, such as a floor.</summary>
    public string? Line2 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state, province or region.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country in the HR system's words, such as "United States".</summary>
    public string? Country { get; init; }
}

using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>Where people work and live.</summary>
internal static class AddressRules
{
    /// <summary><c>addresses</c>: the site's, which is the primary one, then the home's if the directory serves it.</summary>
    public static IReadOnlyList<ScimAddress>? Addresses(Employee employee, UserFacts facts)
    {
        var home = facts.IncludeHomeAddress ? Home(employee) : null;
        return (Work(employee), home) switch
        {
            ({ } work, { }) => [work, home],
            ({ } work, null) => [work],
            (null, { }) => [home],
            _ => null,
        };
    }

    /// <summary>The address of the site, its name above it; null when only the name is known.</summary>
    public static ScimAddress? Work(Employee employee) =>
        Address(employee.WorkAddress, CleanText.Of(employee.Site?.Name)) is { } address ? address with { Type = "work", Primary = true } : null;

    /// <summary>The home address.</summary>
    public static ScimAddress? Home(Employee employee) =>
        Address(employee.HomeAddress, title: null) is { } address ? address with { Type = "home" } : null;

    /// <summary><c>formatted</c> without a name above it: the street, the place and the country, a line each.</summary>
    public static string? Body(string? street, string? city, string? region, string? postalCode, string? country) =>
        Joined("\n", street, Joined(", ", city, Joined(" ", region, postalCode)), country);

    private static ScimAddress? Address(PostalAddress? source, string? title)
    {
        if (source is null)
        {
            return null;
        }

        var street = Joined("\n", CleanText.Of(source.Line1), CleanText.Of(source.Line2));
        var city = CleanText.Of(source.City);
        var region = CleanText.Of(source.Region);
        var postalCode = CleanText.Of(source.PostalCode);
        var country = CleanText.Of(source.Country);
        var body = Body(street, city, region, postalCode, country);
        return body is null
            ? null
            : new ScimAddress
            {
                Formatted = Joined("\n", title, body),
                StreetAddress = street,
                Locality = city,
                Region = region,
                PostalCode = postalCode,

                // RFC 7643 section 4.1.2 allows nothing but an ISO 3166-1 code; what is no country stays readable in formatted.
                Country = CountryCodes.Find(country),
            };
    }

    private static string? Joined(string separator, params ReadOnlySpan<string?> parts)
    {
        string? joined = null;
        foreach (var part in parts)
        {
            if (part is not null)
            {
                joined = joined is null ? part : joined + separator + part;
            }
        }

        return joined;
    }
}

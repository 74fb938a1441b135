using ScimBridge.Protocol.Resources;

namespace ScimBridge.Sync;

/// <summary>Which attributes of a user have a value, a bit each, so that a plan that empties one for most people is noticed.</summary>
internal static class AttributePresence
{
    // A bit's place is stored with every user: add at the end, never reorder.
    private static readonly (string Name, Func<ScimUser, bool> IsPresent)[] Attributes =
    [
        ("name.givenName", user => user.Name?.GivenName is not null),
        ("name.familyName", user => user.Name?.FamilyName is not null),
        ("displayName", user => user.DisplayName is not null),
        ("title", user => user.Title is not null),
        ("userType", user => user.UserType is not null),
        ("emails", user => user.Emails is { Count: > 0 }),
        ("phoneNumbers", user => user.PhoneNumbers is { Count: > 0 }),
        ("addresses[type eq \"work\"]", user => user.Addresses?.Any(address => address.Type == "work") == true),
        ("employeeNumber", user => user.Enterprise?.EmployeeNumber is not null),
        ("department", user => user.Enterprise?.Department is not null),
        ("organization", user => user.Enterprise?.Organization is not null),
        ("manager", user => user.Enterprise?.Manager is not null),
        ("startDate", user => user.HiBob?.StartDate is not null),
        ("site", user => user.HiBob?.Site is not null),
        ("employmentType", user => user.HiBob?.EmploymentType is not null),
        ("contract", user => user.HiBob?.Contract is not null),
    ];

    /// <summary>The attributes' names, in the order of their bits.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Attributes.Select(attribute => attribute.Name)];

    /// <summary>The bits of <paramref name="user"/>.</summary>
    public static long Of(ScimUser user)
    {
        var bits = 0L;
        for (var index = 0; index < Attributes.Length; index++)
        {
            bits |= Attributes[index].IsPresent(user) ? 1L << index : 0;
        }

        return bits;
    }
}

using ScimBridge.Protocol.Resources;

namespace ScimBridge.Sync;

/// <summary>Which attributes of a user have a value, a bit each, so that a plan that empties one for most people is noticed.</summary>
internal static class AttributePresence
{
    private const string GroupsName = "groups";
    private const string EmailsName = "emails";
    private const string WorkEmailName = "emails[type eq \"work\"]";
    private const string HomeEmailName = "emails[type eq \"home\"]";

    // Home addresses are not among them: held for approval, they would go on being served after an admin has turned them off.
    // A bit's place is stored with every user: add at the end, never reorder. In rows of before a bit was added it is missing,
    // which counts as not having had the attribute; the first sync of a new build maps everybody again and sets it.
    private static readonly (string Name, Func<ScimUser, bool> IsPresent)[] Attributes =
    [
        ("name.givenName", user => user.Name?.GivenName is not null),
        ("name.familyName", user => user.Name?.FamilyName is not null),
        ("displayName", user => user.DisplayName is not null),
        ("title", user => user.Title is not null),
        ("userType", user => user.UserType is not null),
        (EmailsName, user => user.Emails is { Count: > 0 }),
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
        (GroupsName, user => user.Groups is { Count: > 0 }),
        ("costCenter", user => user.Enterprise?.CostCenter is not null),
        ("division", user => user.Enterprise?.Division is not null),
        ("photos", user => user.Photos is { Count: > 0 }),
        ("ims", user => user.Ims is { Count: > 0 }),
        ("profileUrl", user => user.ProfileUrl is not null),
        ("locale", user => user.Locale is not null),
        ("timezone", user => user.Timezone is not null),
        ("lifecycleStatus", user => user.HiBob?.LifecycleStatus is not null),
        ("terminationDate", user => user.HiBob?.TerminationDate is not null),
        ("lastDayOfWork", user => user.HiBob?.LastDayOfWork is not null),
        ("preferredLanguage", user => user.PreferredLanguage is not null),
        ("phoneNumbers[type eq \"work\"]", user => Has(user.PhoneNumbers, "work")),
        ("phoneNumbers[type eq \"mobile\"]", user => Has(user.PhoneNumbers, "mobile")),
        (WorkEmailName, user => Has(user.Emails, "work")),
        (HomeEmailName, user => Has(user.Emails, "home")),
        ("nickName", user => user.NickName is not null),
        ("every custom attribute", user => user.HiBob?.Custom is { Count: > 0 }),
        ("name.formatted", user => user.Name?.Formatted is not null),
        ("name.middleName", user => user.Name?.MiddleName is not null),
        ("name.honorificPrefix", user => user.Name?.HonorificPrefix is not null),
        ("name.honorificSuffix", user => user.Name?.HonorificSuffix is not null),
        ("isManager", user => user.HiBob?.IsManager is not null),
        ("siteId", user => user.HiBob?.SiteId is not null),
        ("accessStatus", user => user.HiBob?.AccessStatus is not null),
        ("entitlements", user => user.Entitlements is { Count: > 0 }),
        ("roles", user => user.Roles is { Count: > 0 }),
        ("x509Certificates", user => user.X509Certificates is { Count: > 0 }),
    ];

    // Looked up once: every user of every plan is asked about.
    private static readonly long Emails = BitOf(EmailsName);
    private static readonly long WorkEmail = BitOf(WorkEmailName);
    private static readonly long HomeEmail = BitOf(HomeEmailName);

    /// <summary>The attributes' names, in the order of their bits.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Attributes.Select(attribute => attribute.Name)];

    /// <summary>The bit of the groups, which whoever is deactivated leaves.</summary>
    public static long Groups { get; } = BitOf(GroupsName);

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

    /// <summary>Whether bits are those of a user with a work e-mail address, or of a row that an earlier build wrote of one with any.</summary>
    public static bool MayHaveWorkEmail(long bits) =>
        (bits & WorkEmail) != 0 || ((bits & Emails) != 0 && (bits & HomeEmail) == 0);

    private static long BitOf(string name) => 1L << Array.FindIndex(Attributes, attribute => attribute.Name == name);

    private static bool Has(IReadOnlyList<ScimMultiValue>? values, string type) => values?.Any(value => value.Type == type) == true;
}

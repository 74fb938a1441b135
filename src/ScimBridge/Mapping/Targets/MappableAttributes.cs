using ScimBridge.Protocol;
using static ScimBridge.Mapping.Targets.TargetSetters;

namespace ScimBridge.Mapping.Targets;

/// <summary>Every attribute that a rule can fill or drop.</summary>
internal static class MappableAttributes
{
    /// <summary>The manager's attribute, whose rule chooses who the manager is.</summary>
    public const string Manager = ScimSchemaUris.EnterpriseUser + ":manager";

    /// <summary>The path of <c>displayName</c>.</summary>
    public const string DisplayName = "displayName";

    private static readonly Dictionary<string, AttributeTarget> Single = Targets().ToDictionary(target => target.Path, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, MultiValueTarget> Multiple = new MultiValueTarget[]
    {
        new("emails", TargetKind.Text, true, user => user.Emails, (user, values) => user with { Emails = values }),
        new("phoneNumbers", TargetKind.Text, false, user => user.PhoneNumbers, (user, values) => user with { PhoneNumbers = values }),
        new("ims", TargetKind.Text, false, user => user.Ims, (user, values) => user with { Ims = values }),
        new("photos", TargetKind.Uri, false, user => user.Photos, (user, values) => user with { Photos = values }),
        new("entitlements", TargetKind.Text, false, user => user.Entitlements, (user, values) => user with { Entitlements = values }),
        new("roles", TargetKind.Text, false, user => user.Roles, (user, values) => user with { Roles = values }),
    }.ToDictionary(target => target.Name, StringComparer.OrdinalIgnoreCase);

    // Others make these, or nothing may.
    private static readonly Dictionary<string, string> Closed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["userName"] = "The userName has a rule of its own.",
        ["active"] = "Who is active is for the lifecycle policy to say.",
        ["groups"] = "Which groups people are in is for the group sources to say.",
        ["id"] = "The id is made from what never changes.",
        ["externalId"] = "The externalId is the HR system's identifier of the person.",
        ["schemas"] = "The schemas follow from the other attributes.",
        ["meta"] = "The metadata are the store's.",
        ["password"] = "There are no passwords here.",
        ["x509Certificates"] = "The HR system has no certificates.",
    };

    /// <summary>The attributes that stand alone, and of those with many values an example each, for an editor to offer.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        .. Single.Keys, .. Multiple.Values.Select(target => $"{target.Name}[type eq \"work\"].value"),
        .. AddressTargets.Parts.Select(part => $"addresses[type eq \"work\"].{part}"),
    ];

    /// <summary>The attribute that a path names; null when a rule can't fill it.</summary>
    public static AttributeTarget? Find(string path)
    {
        if (!TargetPath.TryParse(path, out var parsed))
        {
            return null;
        }

        var isCore = parsed.Urn is null || parsed.Urn.Equals(ScimSchemaUris.User, StringComparison.OrdinalIgnoreCase);
        if (parsed.Type is null && !(isCore && (Multiple.ContainsKey(parsed.Name) || IsAddresses(parsed))))
        {
            var name = parsed.Sub is null ? parsed.Name : $"{parsed.Name}.{parsed.Sub}";
            return Single.GetValueOrDefault(isCore ? name : $"{parsed.Urn}:{name}");
        }

        if (!isCore)
        {
            return null;
        }

        return IsAddresses(parsed) ? AddressTargets.Find(parsed) : Multiple.GetValueOrDefault(parsed.Name)?.Find(parsed);
    }

    /// <summary>Why a rule can't fill the attribute that a path names, in a sentence.</summary>
    public static string Refusal(string path)
    {
        if (!TargetPath.TryParse(path, out var parsed))
        {
            return "This is not how an attribute is written.";
        }

        if (parsed.Urn is null && Closed.TryGetValue(parsed.Name, out var reason))
        {
            return reason;
        }

        return Multiple.ContainsKey(parsed.Name) || IsAddresses(parsed)
            ? "An attribute with many values is named with the type of one of them and what of it is meant."
            : "There is no such attribute.";
    }

    private static bool IsAddresses(TargetPath path) => path.Name.Equals("addresses", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<AttributeTarget> Targets() =>
    [
        Text(DisplayName, (user, value) => user with { DisplayName = value }),
        Text("nickName", (user, value) => user with { NickName = value }),
        Text("profileUrl", (user, value) => user with { ProfileUrl = value }, TargetKind.Uri),
        Text("title", (user, value) => user with { Title = value }),
        Text("userType", (user, value) => user with { UserType = value }),
        Text("preferredLanguage", (user, value) => user with { PreferredLanguage = value }),
        Text("locale", (user, value) => user with { Locale = value }),
        Text("timezone", (user, value) => user with { Timezone = value }),
        Whole("name", user => user with { Name = null }),
        Name("formatted", (name, value) => name with { Formatted = value }),
        Name("familyName", (name, value) => name with { FamilyName = value }),
        Name("givenName", (name, value) => name with { GivenName = value }),
        Name("middleName", (name, value) => name with { MiddleName = value }),
        Name("honorificPrefix", (name, value) => name with { HonorificPrefix = value }),
        Name("honorificSuffix", (name, value) => name with { HonorificSuffix = value }),
        Enterprise("employeeNumber", (enterprise, value) => enterprise with { EmployeeNumber = value }),
        Enterprise("costCenter", (enterprise, value) => enterprise with { CostCenter = value }),
        Enterprise("organization", (enterprise, value) => enterprise with { Organization = value }),
        Enterprise("division", (enterprise, value) => enterprise with { Division = value }),
        Enterprise("department", (enterprise, value) => enterprise with { Department = value }),

        // Who it is takes the whole directory to know, so the rule is applied before, and nothing here.
        new AttributeTarget(Manager, TargetKind.Person, 1, (user, _) => user),
        Extension("startDate", (hibob, value) => hibob with { StartDate = value }, TargetKind.Day),
        Extension("terminationDate", (hibob, value) => hibob with { TerminationDate = value }, TargetKind.Day),
        Extension("lastDayOfWork", (hibob, value) => hibob with { LastDayOfWork = value }, TargetKind.Day),
        Extension("lifecycleStatus", (hibob, value) => hibob with { LifecycleStatus = value }),
        Extension("accessStatus", (hibob, value) => hibob with { AccessStatus = value }),
        Extension("site", (hibob, value) => hibob with { Site = value }),
        Extension("siteId", (hibob, value) => hibob with { SiteId = value }),
        Extension("employmentType", (hibob, value) => hibob with { EmploymentType = value }),
        Extension("contract", (hibob, value) => hibob with { Contract = value }),
        Extension("isManager", (hibob, value) => hibob with { IsManager = value is null ? null : value == "true" }, TargetKind.Boolean),
    ];
}

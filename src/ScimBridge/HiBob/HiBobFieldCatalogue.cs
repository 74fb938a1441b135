using static ScimBridge.HiBob.HiBobFieldIds;

namespace ScimBridge.HiBob;

/// <summary>The fields that every read asks for, and the categories whose permission shows them.</summary>
/// <remarks>The category is not the id's prefix: work.workMobile belongs to Work contact details, an office's address to Address.</remarks>
internal static class HiBobFieldCatalogue
{
    /// <summary>The fields whose lists make the usual kinds of groups, by kind.</summary>
    public static IReadOnlyDictionary<string, string> GroupFields { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["department"] = Department,
        ["site"] = SiteId,
        ["type"] = EmploymentType,
        ["contract"] = Contract,
        ["jobFamily"] = JobFamilyId,
    };

    /// <summary>The read set.</summary>
    public static IReadOnlyList<HiBobField> ReadSet { get; } =
    [
        .. Plain("Basic info", Id, Email, FirstName, SecondName, Surname, DisplayName, FullName, CreationDateTime),
        List("Work", Title, "title"),
        List("Work", Department, "department"),
        List("Work", SiteId, "site"),
        .. Plain("Work", Site, StartDate, EmployeeIdInCompany, IsManager),
        Person("Work", ReportsTo),
        Person("Work", Manager),
        .. Plain("Work contact details", WorkPhone, WorkMobile),
        .. Plain("Address", SiteAddress1, SiteAddress2, SiteCity, SiteState, SitePostalCode),
        List("Address", SiteCountry, "countries"),
        .. Plain("Address", Line1, Line2, City, UsaState, PostCode),
        List("Address", Country, "countries"),
        List("Employment", EmploymentType, "payrollEmploymentType"),
        List("Employment", Contract, "employmentstatus"),
        List("Employment", LegalEmployer, "employer_entity_list"),
        List("Lifecycle", AccessStatus, "status"),
        List("Lifecycle", LifecycleStatus, "lifecycleStatus"),
        .. Plain("Lifecycle", TerminationDate, LastDayOfWork),
    ];

    private static IEnumerable<HiBobField> Plain(string category, params string[] ids) =>
        ids.Select(id => new HiBobField(id, HiBobField.DefaultPath(id), HiBobFieldKind.Plain, null, category));

    private static HiBobField List(string category, string id, string list) =>
        new(id, HiBobField.DefaultPath(id), HiBobFieldKind.List, list, category);

    private static HiBobField Person(string category, string id) =>
        new(id, HiBobField.DefaultPath(id), HiBobFieldKind.Person, null, category);
}

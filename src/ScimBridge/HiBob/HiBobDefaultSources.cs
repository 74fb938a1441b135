using ScimBridge.Employees;
using static ScimBridge.HiBob.HiBobFieldIds;

namespace ScimBridge.HiBob;

/// <summary>Which of HiBob's fields the default mapping makes each SCIM attribute of.</summary>
internal static class HiBobDefaultSources
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";
    private const string Extension = "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:";

    /// <summary>Every attribute that has a source, those of the core schema first.</summary>
    public static IReadOnlyList<DefaultSource> All { get; } =
    [
        Of("externalId", Id),
        Of("userName", Email, Id),
        Of("active", HiBobFieldIds.LifecycleStatus, AccessStatus),
        Of("name.formatted", FullName, FirstName, Surname),
        Of("name.givenName", FirstName),
        Of("name.middleName", SecondName),
        Of("name.familyName", Surname),
        Of("displayName", HiBobFieldIds.DisplayName, FullName, FirstName, Surname, Email),
        Of("title", Title, JobProfileTitle),
        Of("userType", EmploymentType, Contract),
        Of("emails[type eq \"work\"].value", Email),
        Of("phoneNumbers[type eq \"work\"].value", WorkPhone),
        Of("phoneNumbers[type eq \"mobile\"].value", WorkMobile),
        Of("addresses[type eq \"work\"].streetAddress", SiteAddress1, SiteAddress2),
        Of("addresses[type eq \"work\"].locality", SiteCity),
        Of("addresses[type eq \"work\"].region", SiteState),
        Of("addresses[type eq \"work\"].postalCode", SitePostalCode),
        Of("addresses[type eq \"work\"].country", SiteCountry),
        Of("addresses[type eq \"home\"].streetAddress", Line1, Line2),
        Of("addresses[type eq \"home\"].locality", City),
        Of("addresses[type eq \"home\"].region", UsaState),
        Of("addresses[type eq \"home\"].postalCode", PostCode),
        Of("addresses[type eq \"home\"].country", Country),
        Of(Enterprise + "employeeNumber", EmployeeIdInCompany),
        Of(Enterprise + "department", Department),
        Of(Enterprise + "organization", LegalEmployer),
        Of(Enterprise + "manager", ReportsTo, Manager),
        Of(Extension + "startDate", StartDate),
        Of(Extension + "terminationDate", TerminationDate),
        Of(Extension + "lastDayOfWork", LastDayOfWork),
        Of(Extension + "lifecycleStatus", HiBobFieldIds.LifecycleStatus),
        Of(Extension + "accessStatus", AccessStatus),
        Of(Extension + "site", SiteId, Site),
        Of(Extension + "siteId", SiteId),
        Of(Extension + "employmentType", EmploymentType),
        Of(Extension + "contract", Contract),
        Of(Extension + "isManager", IsManager),
    ];

    /// <summary>The attributes that a field is a source of.</summary>
    public static IReadOnlyList<string> AttributesOf(string fieldId) =>
        [.. All.Where(source => source.Fields.Contains(fieldId)).Select(source => source.Attribute)];

    private static DefaultSource Of(string attribute, params string[] fields) => new(attribute, fields);
}

using static ScimBridge.HiBobSimulator.FieldType;

namespace ScimBridge.HiBobSimulator;

/// <summary>HiBob's field catalogue, as far as a directory needs it; the tenant's own fields are in <see cref="TenantFields"/>.</summary>
internal static class StandardFields
{
    /// <summary>The tenant's cost centre, a custom column of the work table.</summary>
    public const string CostCentre = "work.customColumns.column_1700000000001";

    /// <summary>The tenant's work mode, a custom field of the work category.</summary>
    public const string WorkMode = "work.custom.field_1700000000002";

    /// <summary>The list of cost centres.</summary>
    public const string CostCentreList = "work.column_1700000000001";

    /// <summary>The list of teams.</summary>
    public const string TeamList = "work.column_1700000000004";

    /// <summary>What kind of leave the recent leave dates mean; the simulator's own.</summary>
    public const string LeaveType = "simulator.leaveType";

    /// <summary>False when access to Bob ends for the time of the leave; the simulator's own.</summary>
    public const string LeaveKeepsAccess = "simulator.leaveKeepsAccess";

    public static IEnumerable<FieldDefinition> Create() =>
        [.. Root(), .. PersonalAndAbout(), .. Work(), .. Address(), .. Employment(), .. Lifecycle(), .. Custom()];

    /// <summary>The name that Bob shows for a category.</summary>
    public static string CategoryName(string categoryId) => categoryId switch
    {
        "root" => "Basic info",
        "userData" => "User data",
        "workContact" => "Work contact details",
        "personalContact" => "Personal contact details",
        "jobsCatalog" => "Jobs",
        _ => char.ToUpperInvariant(categoryId[0]) + categoryId[1..],
    };

    private static FieldDefinition[] Root() =>
    [
        new("root.id", EmployeeReference, "root", "ID"),
        new("root.companyId", Number, "root", "Company id") { Rule = DerivedValues.CompanyId, Follows = "the company" },
        new("root.email", Text, "root", "Email"),
        new("root.firstName", Text, "root", "First name"),
        new("root.secondName", Text, "root", "Middle name"),
        new("root.surname", Text, "root", "Last name"),
        new("root.displayName", Text, "root", "Display name"),
        new("root.fullName", Text, "root", "Full name") { Rule = DerivedValues.FullName, Follows = "the first, middle and last name" },
        new("root.avatarUrl", Avatar, "root", "Avatar URL"),
        new("root.coverImageUrl", Text, "root", "Cover image URL"),
        new("root.creationDateTime", Time, "root", "Creation timestamp"),
        new("root.creationDate", Date, "userData", "Creation date") { Rule = DerivedValues.CreationDate, Follows = "root.creationDateTime" },
        new("root.state", List, "userData", "State", "state"),
    ];

    private static FieldDefinition[] PersonalAndAbout() =>
    [
        new("personal.honorific", List, "personal", "Prefix", "honorific"),
        new("personal.pronouns", List, "personal", "Pronouns", "pronouns"),
        new("personal.nationality", MultiList, "personal", "Nationality", "nationalities"),
        new("personal.communication.slackUsername", Text, "workContact", "Slack username"),
        new("home.privateEmail", Text, "personalContact", "Personal email"),
        new("home.privatePhone", Text, "personalContact", "Personal phone"),
        new("home.mobilePhone", Text, "personalContact", "Personal mobile"),
        new("about.about", Text, "about", "About"),
        new("about.hobbies", MultiList, "about", "Hobbies", "hobbies"),
        new("employee.jobProfileTitle", Text, "jobsCatalog", "Job profile title"),
        new("employee.jobProfileCode", Text, "jobsCatalog", "Job profile code"),
        new("employee.jobFamilyGroupId", ListId, "jobsCatalog", "Job family group", "jobFamilyGroup_entity_list"),
        new("employee.jobFamilyId", ListId, "jobsCatalog", "Job family", "jobFamily_entity_list"),
        new("employee.jobRoleId", ListId, "jobsCatalog", "Job role", "jobRole_entity_list"),
    ];

    private static FieldDefinition[] Work() =>
    [
        new("work.title", List, "work", "Job title", "title") { Historical = true },
        new("work.department", List, "work", "Department", "department") { Historical = true },
        new("work.site", Text, "work", "Site") { Rule = DerivedValues.SiteName, Follows = "work.siteId" },
        new("work.siteId", ListId, "work", "Site", "site") { Historical = true },
        new("work.reportsTo", Employee, "work", "Reports to") { Historical = true, Rule = DerivedValues.ReportsTo },
        new("work.manager", EmployeeReference, "work", "Manager") { Historical = true },
        new("work.secondLevelManager", EmployeeReference, "work", "Second level manager")
        {
            Rule = DerivedValues.SecondLevelManager,
            Follows = "work.manager",
        },
        new("work.employeeIdInCompany", Number, "work", "Employee ID"),
        new("work.startDate", Date, "work", "Start date"),
        new("work.originalStartDate", Date, "work", "Original start date"),
        new("work.isManager", FieldType.Boolean, "work", "Is a manager") { Rule = DerivedValues.IsManager, Follows = "who reports to the person" },
        new("work.directReports", Number, "work", "Direct reports")
        {
            Rule = DerivedValues.DirectReports,
            Follows = "who reports to the person",
        },
        new("work.tenureDuration", Period, "work", "Tenure (duration)") { Rule = DerivedValues.Tenure, Follows = "work.startDate" },
        new("work.workPhone", Text, "workContact", "Work phone"),
        new("work.workMobile", Text, "workContact", "Work mobile"),
    ];

    private static FieldDefinition[] Address() =>
    [
        new("address.line1", Text, "address", "Address line 1") { Historical = true },
        new("address.line2", Text, "address", "Address line 2") { Historical = true },
        new("address.city", Text, "address", "City") { Historical = true },
        new("address.usaState", Text, "address", "State/Province/Region") { Historical = true },
        new("address.postCode", Text, "address", "Post code") { Historical = true },
        new("address.country", List, "address", "Country", "countries") { Historical = true },
        OfSite("address.siteAddress1", "Site address line 1", site => site.Address1),
        OfSite("address.siteAddress2", "Site address line 2", site => site.Address2),
        OfSite("address.siteCity", "Site city", site => site.City),
        OfSite("address.siteState", "Site state", site => site.State),
        OfSite("address.sitePostalCode", "Site postal code", site => site.PostalCode),
        new("address.siteCountry", List, "address", "Site country", "countries")
        {
            Rule = input => DerivedValues.SiteOf(input)?.Country,
            Follows = "work.siteId",
        },
    ];

    private static FieldDefinition[] Employment() =>
    [
        new("payroll.employment.type", List, "employment", "Employment type", "payrollEmploymentType") { Historical = true },
        new("payroll.employment.contract", List, "employment", "Employment contract", "employmentstatus") { Historical = true },
        new("payroll.employment.fte", Number, "employment", "FTE %") { Historical = true },
        new("employee.employerId", ListId, "employment", "Legal employer", "employer_entity_list"),
    ];

    private static FieldDefinition[] Lifecycle() =>
    [
        new("internal.status", List, "lifecycle", "Status", "status") { Historical = true, Rule = DerivedValues.AccessStatus },
        new("internal.lifecycleStatus", List, "lifecycle", "Lifecycle status", "lifecycleStatus")
        {
            Historical = true,
            Rule = DerivedValues.LifecycleStatus,
        },
        new("internal.terminationDate", Date, "lifecycle", "Termination date"),
        new("internal.terminationReason", List, "lifecycle", "Termination reason", "terminationreason"),
        new("employee.lastDayOfWork", Date, "lifecycle", "Last day of work"),
        new("employee.recentLeaveStartDate", Date, "lifecycle", "Recent leave start date"),
        new("employee.recentLeaveEndDate", Date, "lifecycle", "Recent leave end date"),
    ];

    private static FieldDefinition[] Custom() =>
    [
        .. TenantFields.Create(),
        new(LeaveType, Text, "simulator", "Kind of leave") { Hidden = true },
        new(LeaveKeepsAccess, FieldType.Boolean, "simulator", "Access during leave") { Hidden = true },
    ];

    private static FieldDefinition OfSite(string id, string name, Func<Site, string?> part) =>
        new(id, Text, "address", name)
        {
            Rule = input => DerivedValues.SiteOf(input) is { } site ? part(site) : null,
            Follows = "work.siteId",
        };
}

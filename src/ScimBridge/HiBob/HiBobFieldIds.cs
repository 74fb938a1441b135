namespace ScimBridge.HiBob;

/// <summary>HiBob's ids of the fields that mean something to the bridge.</summary>
internal static class HiBobFieldIds
{
    public const string Id = "root.id";
    public const string Email = "root.email";
    public const string FirstName = "root.firstName";
    public const string SecondName = "root.secondName";
    public const string Surname = "root.surname";
    public const string DisplayName = "root.displayName";
    public const string FullName = "root.fullName";
    public const string CreationDateTime = "root.creationDateTime";
    public const string Honorific = "personal.honorific";
    public const string Title = "work.title";
    public const string Department = "work.department";
    public const string SiteId = "work.siteId";
    public const string Site = "work.site";
    public const string ReportsTo = "work.reportsTo";
    public const string Manager = "work.manager";
    public const string StartDate = "work.startDate";
    public const string EmployeeIdInCompany = "work.employeeIdInCompany";
    public const string IsManager = "work.isManager";
    public const string WorkPhone = "work.workPhone";
    public const string WorkMobile = "work.workMobile";
    public const string SiteAddress1 = "address.siteAddress1";
    public const string SiteAddress2 = "address.siteAddress2";
    public const string SiteCity = "address.siteCity";
    public const string SiteState = "address.siteState";
    public const string SitePostalCode = "address.sitePostalCode";
    public const string SiteCountry = "address.siteCountry";
    public const string Line1 = "address.line1";
    public const string Line2 = "address.line2";
    public const string City = "address.city";
    public const string UsaState = "address.usaState";
    public const string PostCode = "address.postCode";
    public const string Country = "address.country";
    public const string EmploymentType = "payroll.employment.type";
    public const string Contract = "payroll.employment.contract";
    public const string AccessStatus = "internal.status";
    public const string LifecycleStatus = "internal.lifecycleStatus";
    public const string TerminationDate = "internal.terminationDate";
    public const string LastDayOfWork = "employee.lastDayOfWork";

    /// <summary>Not read unless configured: needs the Jobs category.</summary>
    public const string JobProfileTitle = "employee.jobProfileTitle";

    /// <summary>Not read unless groups are made from it: needs the Jobs category.</summary>
    public const string JobFamilyId = "employee.jobFamilyId";

    /// <summary>Not read unless configured.</summary>
    public const string LegalEmployer = "employee.employerId";
}

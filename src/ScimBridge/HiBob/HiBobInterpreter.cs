using ScimBridge.Employees;
using static ScimBridge.HiBob.HiBobFieldIds;

namespace ScimBridge.HiBob;

/// <summary>What HiBob's fields mean.</summary>
internal static class HiBobInterpreter
{
    /// <summary>The person that the fields describe.</summary>
    /// <exception cref="EmployeeRejectedException">The lifecycle status is not known.</exception>
    public static Employee Interpret(EmployeeFields fields) => new()
    {
        Id = fields.EmployeeId,
        WorkEmail = HiBobValue.Scalar(fields[Email]),
        FirstName = HiBobValue.Scalar(fields[FirstName]),
        MiddleName = HiBobValue.Scalar(fields[SecondName]),
        Surname = HiBobValue.Scalar(fields[Surname]),
        DisplayName = HiBobValue.Scalar(fields[HiBobFieldIds.DisplayName]),
        FullName = HiBobValue.Scalar(fields[FullName]),
        HonorificPrefix = Name(fields[Honorific]),
        JobTitle = Name(fields[Title]) ?? HiBobValue.Scalar(fields[JobProfileTitle]),
        EmployeeNumber = HiBobValue.Scalar(fields[EmployeeIdInCompany]),
        Department = Item(fields[HiBobFieldIds.Department]),
        Site = Item(fields[SiteId]) is { } site ? site with { Name = site.Name ?? HiBobValue.Scalar(fields[HiBobFieldIds.Site]) } : null,
        EmploymentType = Item(fields[HiBobFieldIds.EmploymentType]),
        Contract = Item(fields[HiBobFieldIds.Contract]),
        LegalEmployer = Item(fields[HiBobFieldIds.LegalEmployer]),
        Manager = HiBobReference.Read(fields[ReportsTo]) ?? HiBobReference.Read(fields[HiBobFieldIds.Manager]),
        IsManager = HiBobDates.Truth(fields[HiBobFieldIds.IsManager]),
        WorkPhone = HiBobValue.Scalar(fields[HiBobFieldIds.WorkPhone]),
        WorkMobile = HiBobValue.Scalar(fields[HiBobFieldIds.WorkMobile]),
        WorkAddress = Address(fields, SiteAddress1, SiteAddress2, SiteCity, SiteState, SitePostalCode, SiteCountry),
        HomeAddress = Address(fields, Line1, Line2, City, UsaState, PostCode, Country),
        StartDate = HiBobDates.Date(fields[HiBobFieldIds.StartDate]),
        TerminationDate = HiBobDates.Date(fields[HiBobFieldIds.TerminationDate]),
        LastDayOfWork = HiBobDates.Date(fields[HiBobFieldIds.LastDayOfWork]),
        Lifecycle = HiBobLifecycle.Read(fields),
        LifecycleText = Words(fields[HiBobFieldIds.LifecycleStatus]),
        HasAccess = HiBobLifecycle.Access(fields),
        AccessText = Words(fields[AccessStatus]),
        CreatedInSource = HiBobDates.Time(fields[CreationDateTime]),
    };

    // Never a bare number, which is the id of an item whose name is not known.
    private static string? Name(FieldValue value) =>
        value.Text ?? (HiBobValue.Scalar(value) is { } raw && !HiBobValue.AllDigits(raw) ? raw : null);

    private static string? Words(FieldValue value) => value.Text ?? HiBobValue.Scalar(value);

    private static NamedItem? Item(FieldValue value) => HiBobValue.Scalar(value) is { } id ? new NamedItem(id, Name(value)) : null;

    private static PostalAddress? Address(
        EmployeeFields fields, string line1, string line2, string city, string region, string postalCode, string country)
    {
        var address = new PostalAddress
        {
            Line1 = HiBobValue.Scalar(fields[line1]),
            Line2 = HiBobValue.Scalar(fields[line2]),
            City = HiBobValue.Scalar(fields[city]),
            Region = HiBobValue.Scalar(fields[region]),
            PostalCode = HiBobValue.Scalar(fields[postalCode]),
            Country = Name(fields[country]),
        };
        return address == new PostalAddress() ? null : address;
    }
}

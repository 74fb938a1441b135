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
        WorkEmail = FieldValues.Scalar(fields[Email]),
        FirstName = FieldValues.Scalar(fields[FirstName]),
        MiddleName = FieldValues.Scalar(fields[SecondName]),
        Surname = FieldValues.Scalar(fields[Surname]),
        DisplayName = FieldValues.Scalar(fields[HiBobFieldIds.DisplayName]),
        FullName = FieldValues.Scalar(fields[FullName]),
        HonorificPrefix = FieldValues.Name(fields[Honorific]),
        JobTitle = FieldValues.Name(fields[Title]) ?? FieldValues.Scalar(fields[JobProfileTitle]),
        EmployeeNumber = FieldValues.Scalar(fields[EmployeeIdInCompany]),
        Department = Item(fields[HiBobFieldIds.Department]),
        Site = Item(fields[SiteId]) is { } site ? site with { Name = site.Name ?? FieldValues.Scalar(fields[HiBobFieldIds.Site]) } : null,
        EmploymentType = Item(fields[HiBobFieldIds.EmploymentType]),
        Contract = Item(fields[HiBobFieldIds.Contract]),
        LegalEmployer = Item(fields[HiBobFieldIds.LegalEmployer]),
        Manager = FieldValues.Person(fields[ReportsTo]) ?? FieldValues.Person(fields[HiBobFieldIds.Manager]),
        IsManager = FieldValues.Truth(fields[HiBobFieldIds.IsManager]),
        WorkPhone = FieldValues.Scalar(fields[HiBobFieldIds.WorkPhone]),
        WorkMobile = FieldValues.Scalar(fields[HiBobFieldIds.WorkMobile]),
        WorkAddress = Address(fields, SiteAddress1, SiteAddress2, SiteCity, SiteState, SitePostalCode, SiteCountry),
        HomeAddress = Address(fields, Line1, Line2, City, UsaState, PostCode, Country),
        StartDate = FieldValues.Date(fields[HiBobFieldIds.StartDate]),
        TerminationDate = FieldValues.Date(fields[HiBobFieldIds.TerminationDate]),
        LastDayOfWork = FieldValues.Date(fields[HiBobFieldIds.LastDayOfWork]),
        Lifecycle = HiBobLifecycle.Read(fields),
        LifecycleText = FieldValues.Words(fields[HiBobFieldIds.LifecycleStatus]),
        HasAccess = HiBobLifecycle.Access(fields),
        AccessText = FieldValues.Words(fields[AccessStatus]),
        CreatedInSource = FieldValues.Time(fields[CreationDateTime]),
    };

    private static NamedItem? Item(FieldValue value) => FieldValues.Items(value) is [var only, ..] ? only : null;

    private static PostalAddress? Address(
        EmployeeFields fields, string line1, string line2, string city, string region, string postalCode, string country)
    {
        var address = new PostalAddress
        {
            Line1 = FieldValues.Scalar(fields[line1]),
            Line2 = FieldValues.Scalar(fields[line2]),
            City = FieldValues.Scalar(fields[city]),
            Region = FieldValues.Scalar(fields[region]),
            PostalCode = FieldValues.Scalar(fields[postalCode]),
            Country = FieldValues.Name(fields[country]),
        };
        return address == new PostalAddress() ? null : address;
    }
}

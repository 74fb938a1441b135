using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>What people do and for whom.</summary>
/// <remarks>A list item of which only the identifier is known is left out: a number tells a reader nothing, and a client might keep it.</remarks>
internal static class WorkRules
{
    /// <summary><c>title</c>.</summary>
    public static string? Title(Employee employee) => CleanText.Of(employee.JobTitle);

    /// <summary><c>userType</c>: the employment type, else the contract.</summary>
    public static string? UserType(Employee employee) => NameOf(employee.EmploymentType) ?? NameOf(employee.Contract);

    /// <summary>The enterprise extension; null when it would be empty.</summary>
    public static ScimEnterpriseUser? Enterprise(Employee employee, UserFacts facts)
    {
        var enterprise = new ScimEnterpriseUser
        {
            EmployeeNumber = CleanText.Of(employee.EmployeeNumber),
            Department = NameOf(employee.Department),
            Organization = NameOf(employee.LegalEmployer),
            Manager = facts.Manager,
        };
        return enterprise is { EmployeeNumber: null, Department: null, Organization: null, Manager: null } ? null : enterprise;
    }

    /// <summary>Our extension; null when it would be empty.</summary>
    public static ScimHiBobUser? Extension(Employee employee)
    {
        var extension = new ScimHiBobUser
        {
            StartDate = Day(employee.StartDate),
            TerminationDate = Day(employee.TerminationDate),
            LastDayOfWork = Day(employee.LastDayOfWork),
            LifecycleStatus = CleanText.Of(employee.LifecycleText),
            AccessStatus = CleanText.Of(employee.AccessText),
            Site = NameOf(employee.Site),
            SiteId = CleanText.Of(employee.Site?.Id),
            EmploymentType = NameOf(employee.EmploymentType),
            Contract = NameOf(employee.Contract),
            IsManager = employee.IsManager,
        };
        return extension.IsEmpty ? null : extension;
    }

    private static string? NameOf(NamedItem? item) => CleanText.Of(item?.Name);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

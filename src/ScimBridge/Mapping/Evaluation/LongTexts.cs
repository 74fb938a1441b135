using ScimBridge.Employees;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>Leaves texts out of an employee that no attribute can hold.</summary>
internal static class LongTexts
{
    private static readonly (string Attribute, Func<Employee, string?> Get, Func<Employee, Employee> Clear)[] Texts =
    [
        ("emails", employee => employee.WorkEmail, employee => employee with { WorkEmail = null }),
        ("name.givenName", employee => employee.FirstName, employee => employee with { FirstName = null }),
        ("name.middleName", employee => employee.MiddleName, employee => employee with { MiddleName = null }),
        ("name.familyName", employee => employee.Surname, employee => employee with { Surname = null }),
        ("displayName", employee => employee.DisplayName, employee => employee with { DisplayName = null }),
        ("name.formatted", employee => employee.FullName, employee => employee with { FullName = null }),
        ("title", employee => employee.JobTitle, employee => employee with { JobTitle = null }),
        ("employeeNumber", employee => employee.EmployeeNumber, employee => employee with { EmployeeNumber = null }),
        ("department", employee => employee.Department?.Name, employee => employee with { Department = employee.Department! with { Name = null } }),
        ("site", employee => employee.Site?.Name, employee => employee with { Site = employee.Site! with { Name = null } }),
        ("employmentType", employee => employee.EmploymentType?.Name, employee => employee with { EmploymentType = employee.EmploymentType! with { Name = null } }),
        ("contract", employee => employee.Contract?.Name, employee => employee with { Contract = employee.Contract! with { Name = null } }),
        ("organization", employee => employee.LegalEmployer?.Name, employee => employee with { LegalEmployer = employee.LegalEmployer! with { Name = null } }),
        ("phoneNumbers[type eq \"work\"].value", employee => employee.WorkPhone, employee => employee with { WorkPhone = null }),
        ("phoneNumbers[type eq \"mobile\"].value", employee => employee.WorkMobile, employee => employee with { WorkMobile = null }),
        ("lifecycleStatus", employee => employee.LifecycleText, employee => employee with { LifecycleText = null }),
        ("accessStatus", employee => employee.AccessText, employee => employee with { AccessText = null }),
        ("addresses[type eq \"work\"]", employee => Longest(employee.WorkAddress), employee => employee with { WorkAddress = null }),
        ("addresses[type eq \"home\"]", employee => Longest(employee.HomeAddress), employee => employee with { HomeAddress = null }),
    ];

    /// <summary>The employee without them.</summary>
    /// <param name="employee">The employee.</param>
    /// <param name="issues">Receives what was left out; null when nobody wants to know.</param>
    public static Employee LeftOut(Employee employee, ICollection<SourceIssue>? issues)
    {
        foreach (var (attribute, get, clear) in Texts)
        {
            if (get(employee) is { Length: > MappingIssues.LongestText })
            {
                employee = clear(employee);
                issues?.Add(MappingIssues.Long(employee.Id, attribute));
            }
        }

        return employee;
    }

    private static string? Longest(PostalAddress? address) => address is null
        ? null
        : new[] { address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country }.MaxBy(part => part?.Length ?? 0);
}

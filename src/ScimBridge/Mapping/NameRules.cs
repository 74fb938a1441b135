using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>How people are called.</summary>
internal static class NameRules
{
    /// <summary><c>name</c>; null when nothing is known of it.</summary>
    /// <remarks>The honorific prefix stays out: it can tell of gender and marriage, and hardly a client needs it.</remarks>
    public static ScimName? Name(Employee employee)
    {
        var name = new ScimName
        {
            Formatted = Formatted(employee),
            GivenName = CleanText.Of(employee.FirstName),
            MiddleName = CleanText.Of(employee.MiddleName),
            FamilyName = CleanText.Of(employee.Surname),
        };
        return name is { Formatted: null, MiddleName: null } ? null : name;
    }

    /// <summary><c>name.formatted</c>: the full name, else first and last.</summary>
    public static string? Formatted(Employee employee) => CleanText.Of(employee.FullName) ?? FirstAndLast(employee);

    /// <summary><c>displayName</c>: the chosen name, else the full name, else first and last, else the e-mail address.</summary>
    public static string? DisplayName(Employee employee) =>
        CleanText.Of(employee.DisplayName) ?? Formatted(employee) ?? CleanText.Of(employee.WorkEmail);

    private static string? FirstAndLast(Employee employee) => (CleanText.Of(employee.FirstName), CleanText.Of(employee.Surname)) switch
    {
        ({ } first, { } last) => $"{first} {last}",
        var (first, last) => first ?? last,
    };
}

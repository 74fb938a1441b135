using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;
using ScimBridge.Employees;
using ScimBridge.Mapping;

namespace ScimBridge.Tests.Mapping;

/// <summary>People and facts for the tests of the mapping.</summary>
internal static class MappingFixtures
{
    public static MapperConfiguration Configuration { get; } = new(options => options.AddProfile<EmployeeProfile>(), NullLoggerFactory.Instance);

    public static UserMapper Mapper { get; } = new(Configuration.CreateMapper());

    public static UserFacts Facts { get; } = new() { Id = "7c1d9b1e-0000-5000-8000-000000000001", UserName = "priya@fjordline.example", Active = true };

    /// <summary>A person of whom nothing but the identifier is known.</summary>
    public static Employee Nobody { get; } = new() { Id = "3700000000000000102" };

    /// <summary>A person of whom everything is known.</summary>
    public static Employee Priya { get; } = new()
    {
        Id = "3700000000000000102",
        WorkEmail = "priya@fjordline.example",
        FirstName = "Priya",
        MiddleName = "Anjali",
        Surname = "Natarajan",
        DisplayName = "Priya N.",
        FullName = "Priya Anjali Natarajan",
        HonorificPrefix = "Dr.",
        JobTitle = "Platform engineer",
        EmployeeNumber = "102",
        Department = new NamedItem("263100417", "Platform"),
        Site = new NamedItem("2700101", "Oslo"),
        EmploymentType = new NamedItem("11", "Permanent"),
        Contract = new NamedItem("21", "Full time"),
        LegalEmployer = new NamedItem("31", "Fjordline AS"),
        Manager = new EmployeeReference("3700000000000000101", "Mara Olsen"),
        IsManager = false,
        WorkPhone = "+47 22 00 00 01",
        WorkMobile = "+47 900 00 001",
        WorkAddress = new PostalAddress { Line1 = "Storgata 1", Line2 = "3rd floor", City = "Oslo", Region = "Oslo", PostalCode = "0155", Country = "Norway" },
        HomeAddress = new PostalAddress { Line1 = "Bakkeveien 2", City = "Asker", PostalCode = "1383", Country = "Norway" },
        StartDate = new DateOnly(2021, 9, 6),
        TerminationDate = new DateOnly(2027, 1, 31),
        LastDayOfWork = new DateOnly(2027, 1, 15),
        Lifecycle = LifecycleStatus.Employed,
        LifecycleText = "Employed",
        HasAccess = true,
        AccessText = "Active",
        CreatedInSource = new DateTime(2021, 8, 30, 9, 14, 2, DateTimeKind.Unspecified),
    };
}

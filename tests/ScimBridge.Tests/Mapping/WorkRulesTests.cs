using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class WorkRulesTests
{
    [Theory]
    [InlineData(" Engineer ", "Engineer")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_title_is_the_job_title(string? title, string? expected) =>
        Assert.Equal(expected, WorkRules.Title(Nobody with { JobTitle = title }));

    [Theory]
    [InlineData("Permanent", "Full time", "Permanent")]
    [InlineData(null, "Full time", "Full time")]
    [InlineData(" ", " Full time ", "Full time")]
    [InlineData(null, null, null)]
    public void The_user_type_is_the_employment_type_or_the_contract(string? type, string? contract, string? expected) =>
        Assert.Equal(expected, WorkRules.UserType(Nobody with { EmploymentType = new NamedItem("1", type), Contract = new NamedItem("2", contract) }));

    [Fact]
    [Shows("7643-4.3-manager")]
    public void The_enterprise_extension_has_number_department_organization_and_manager()
    {
        var manager = new ScimManager { Value = "m" };

        Assert.Equal(
            new ScimEnterpriseUser { EmployeeNumber = "102", Department = "Platform", Organization = "Fjordline AS", Manager = manager },
            WorkRules.Enterprise(Priya, Facts with { Manager = manager }));
    }

    [Fact]
    public void A_manager_who_is_not_served_is_left_out() => Assert.Null(WorkRules.Enterprise(Priya, Facts)!.Manager);

    [Fact]
    public void An_enterprise_extension_without_values_is_unassigned()
    {
        Assert.Null(WorkRules.Enterprise(Nobody with { EmployeeNumber = " " }, Facts));
        Assert.NotNull(WorkRules.Enterprise(Nobody, Facts with { Manager = new ScimManager { Value = "m" } }));
    }

    [Fact]
    public void An_item_known_by_its_identifier_alone_is_left_out() =>
        Assert.Null(WorkRules.Enterprise(Nobody with { Department = new NamedItem("263100417", null) }, Facts));

    [Fact]
    public void Our_extension_has_calendar_days_in_ISO_form_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The Thai calendar would say 2564.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            var extension = WorkRules.Extension(Priya)!;
            Assert.Equal(("2021-09-06", "2027-01-31", "2027-01-15"), (extension.StartDate, extension.TerminationDate, extension.LastDayOfWork));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Our_extension_has_the_states_in_HiBobs_words()
    {
        var extension = WorkRules.Extension(Nobody with { LifecycleText = " Parental leave ", AccessText = "Inactive" });

        Assert.Equal(new ScimHiBobUser { LifecycleStatus = "Parental leave", AccessStatus = "Inactive" }, extension);
    }

    [Fact]
    public void Our_extension_has_the_site_the_employment_type_and_the_contract()
    {
        var extension = WorkRules.Extension(Priya)!;

        Assert.Equal(("Oslo", "2700101", "Permanent", "Full time"), (extension.Site, extension.SiteId, extension.EmploymentType, extension.Contract));
        Assert.False(extension.IsManager);
    }

    [Fact]
    public void Our_extension_without_values_is_unassigned()
    {
        Assert.Null(WorkRules.Extension(Nobody));
        Assert.NotNull(WorkRules.Extension(Nobody with { IsManager = false }));
    }
}

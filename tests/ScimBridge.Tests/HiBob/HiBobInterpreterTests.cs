using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobInterpreterTests
{
    [Theory]
    [InlineData("hired", null, "Hired")]
    [InlineData("Employed", null, "Employed")]
    [InlineData("leave", null, "Leave")]
    [InlineData("parental leave", null, "Leave")]
    [InlineData("Parental-Leave", null, "Leave")]
    [InlineData("gardenLeave", null, "GardenLeave")]
    [InlineData("Garden leave", null, "GardenLeave")]
    [InlineData("garden-leave", null, "GardenLeave")]
    [InlineData("TERMINATED", null, "Terminated")]
    [InlineData("263100990", "Garden Leave", "GardenLeave")]
    [InlineData("263100991", "Study leave", "Leave")]
    [InlineData("sabbaticalLeave", "Sabbatical", "Leave")]
    public void A_lifecycle_status_is_known_in_either_spelling(string machine, string? text, string expected) => Assert.Equal(
        Enum.Parse<LifecycleStatus>(expected), Interpret(("internal.lifecycleStatus", $"\"{machine}\"", text)).Lifecycle);

    [Theory]
    [InlineData("retired", null)]
    [InlineData("263100992", "Suspended")]
    [InlineData("263100992", null)]
    public void An_unknown_lifecycle_status_rejects_the_person_and_is_no_termination(string machine, string? text)
    {
        var rejected = Assert.Throws<EmployeeRejectedException>(() => Interpret(("internal.lifecycleStatus", $"\"{machine}\"", text)));

        Assert.Equal("unknown_lifecycle_status", rejected.Issue.Code);
        Assert.Equal("1", rejected.Issue.EmployeeId);
    }

    [Fact]
    public void An_empty_lifecycle_status_is_none() => Assert.Null(Interpret().Lifecycle);

    [Theory]
    [InlineData("Active", null, true)]
    [InlineData("inactive", null, false)]
    [InlineData("9", "Inactive", false)]
    [InlineData("other", null, null)]
    public void Access_is_read_from_the_status(string machine, string? text, bool? expected) =>
        Assert.Equal(expected, Interpret(("internal.status", $"\"{machine}\"", text)).HasAccess);

    [Fact]
    public void Texts_are_trimmed_and_blank_ones_are_nothing()
    {
        var person = Interpret(("root.firstName", "\"  Ada \"", null), ("root.surname", "\"   \"", null), ("root.displayName", "\"A \\\"B\\\"\"", null));

        Assert.Equal("Ada", person.FirstName);
        Assert.Null(person.Surname);
        Assert.Equal("A \"B\"", person.DisplayName);
    }

    [Theory]
    [InlineData("\"2026-02-28\"", "2026-02-28")]
    [InlineData("\"28/02/2026\"", null)]
    [InlineData("\"2026-02-30\"", null)]
    [InlineData("20260228", null)]
    public void A_date_is_read_only_in_the_machine_format(string json, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, null), Interpret(("work.startDate", json, null)).StartDate);

    [Theory]
    [InlineData("\"2021-08-30T09:14:02.118203\"")]
    [InlineData("\"2021-08-30T09:14:02.118203Z\"")]
    public void The_creation_time_has_no_zone(string json)
    {
        var created = Interpret(("root.creationDateTime", json, null)).CreatedInSource;

        Assert.Equal(new DateTime(2021, 8, 30, 9, 14, 2, DateTimeKind.Unspecified).AddTicks(1182030), created);
        Assert.Equal(DateTimeKind.Unspecified, created!.Value.Kind);
    }

    [Theory]
    [InlineData("\"CTO\"", "Chief", "Chief")]
    [InlineData("\"CTO\"", null, "CTO")]
    [InlineData("\"263100777\"", null, null)]
    [InlineData("263100777", null, null)]
    public void A_title_is_never_a_bare_number(string json, string? text, string? expected) =>
        Assert.Equal(expected, Interpret(("work.title", json, text)).JobTitle);

    [Fact]
    public void The_title_of_the_job_profile_stands_in_when_it_was_read() => Assert.Equal(
        "Engineer", Interpret(("work.title", "\"26\"", null), ("employee.jobProfileTitle", "\"Engineer\"", null)).JobTitle);

    [Fact]
    public void A_site_has_the_id_of_one_field_and_if_need_be_the_name_of_the_other()
    {
        Assert.Equal(new NamedItem("27", "Oslo"), Interpret(("work.siteId", "27", "Oslo"), ("work.site", "\"Old\"", null)).Site);
        Assert.Equal(new NamedItem("27", "Oslo"), Interpret(("work.siteId", "27", null), ("work.site", "\"Oslo\"", null)).Site);
        Assert.Null(Interpret(("work.site", "\"Oslo\"", null)).Site);
    }

    [Fact]
    public void A_department_whose_name_is_unknown_keeps_its_id() =>
        Assert.Equal(new NamedItem("77", null), Interpret(("work.department", "\"77\"", null)).Department);

    [Theory]
    [InlineData("{\"displayName\":\"Mara\",\"id\":\"5\"}", null, "5", "Mara")]
    [InlineData("{\"id\":5}", "Mara", "5", "Mara")]
    [InlineData("\"5\"", null, "5", null)]
    public void Who_is_reported_to_is_an_object_or_an_id(string json, string? text, string id, string? name) =>
        Assert.Equal(new EmployeeReference(id, name), Interpret(("work.reportsTo", json, text)).Manager);

    [Fact]
    public void The_manager_field_stands_in_when_nobody_is_reported_to()
    {
        Assert.Equal(new EmployeeReference("6", "Omar"), Interpret(("work.manager", "\"6\"", "Omar")).Manager);
        Assert.Equal("6", Interpret(("work.reportsTo", "\"Mara Olsen\"", null), ("work.manager", "{\"id\":\"6\"}", null)).Manager!.Id);
        Assert.Null(Interpret(("work.manager", "\"Mara Olsen\"", null)).Manager);
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("\" 0042 \"", "0042")]
    public void An_employee_number_is_text(string json, string expected) =>
        Assert.Equal(expected, Interpret(("work.employeeIdInCompany", json, null)).EmployeeNumber);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"Yes\"", true)]
    [InlineData("\"no\"", false)]
    [InlineData("\"True\"", true)]
    [InlineData("\"maybe\"", null)]
    [InlineData("1", null)]
    public void Truth_is_read_in_words_too(string json, bool? expected) =>
        Assert.Equal(expected, Interpret(("work.isManager", json, null)).IsManager);

    [Fact]
    public void An_address_without_any_part_is_none()
    {
        var person = Interpret(("address.city", "\"Oslo\"", null), ("address.country", "\"NO\"", "Norway"), ("address.siteCity", "\" \"", null));

        Assert.Equal(new PostalAddress { City = "Oslo", Country = "Norway" }, person.HomeAddress);
        Assert.Null(person.WorkAddress);
    }

    [Fact]
    public void A_termination_date_is_no_termination()
    {
        var person = Interpret(("internal.lifecycleStatus", "\"employed\"", "Employed"), ("internal.terminationDate", "\"2026-12-31\"", null));

        Assert.Equal(LifecycleStatus.Employed, person.Lifecycle);
        Assert.Equal("Employed", person.LifecycleText);
        Assert.Equal(new DateOnly(2026, 12, 31), person.TerminationDate);
    }

    private static Employee Interpret(params (string Field, string Json, string? Text)[] fields) => HiBobInterpreter.Interpret(
        new EmployeeFields("1", fields.ToDictionary(field => field.Field, field => FieldValue.Present(field.Json, field.Text))));
}

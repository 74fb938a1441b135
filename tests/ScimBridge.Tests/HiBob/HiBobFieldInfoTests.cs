using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobFieldInfoTests
{
    [Theory]
    [InlineData("identification.ssn", "identification", "ssn")]
    [InlineData("identification.custom.field_1", "identification", "text")]
    [InlineData("payroll.nin", "payroll", "text")]
    [InlineData("payroll.salary.payment", null, "text")]
    [InlineData("payroll.employment.salaryPayType", "employment", "list")]
    [InlineData("financial.passportNumber", "financial", "text")]
    [InlineData("personal.birthDate", "personal", "date")]
    [InlineData("personal.shortBirthDate", "personal", "short-date")]
    [InlineData("personal.age", "personal", "number")]
    [InlineData("personal.nationality", "personal", "multi-list")]
    [InlineData("personal.gender", "personal", "list")]
    [InlineData("home.legalGender", "home", "list")]
    [InlineData("home.familyStatus", "home", "list")]
    [InlineData("home.custom.field_1", "Home", "text")]
    [InlineData("work.custom.field_9", "work", "currency")]
    public void What_no_directory_needs_is_sensitive(string id, string? category, string type) => Assert.True(Info(id, category, type).Sensitive);

    [Theory]
    [InlineData("home.privateEmail", "personalContact", "text")]
    [InlineData("home.mobilePhone", "personalContact", "text")]
    [InlineData("work.workMobile", "workContact", "text")]
    [InlineData("address.line1", "address", "text")]
    [InlineData("address.country", "address", "list")]
    [InlineData("payroll.employment.type", "employment", "list")]
    [InlineData("payroll.employment.contract", "employment", "list")]
    [InlineData("personal.honorific", "personal", "list")]
    [InlineData("personal.communication.slackUsername", "workContact", "text")]
    [InlineData("employee.jobFamilyId", "jobsCatalog", "list_id")]
    [InlineData("about.hobbies", "about", "multi-list")]
    [InlineData("work.custom.field_1", "work", "text")]
    public void What_directories_are_made_of_is_not(string id, string category, string type) => Assert.False(Info(id, category, type).Sensitive);

    [Fact]
    public void Nothing_that_every_read_asks_for_is_sensitive() =>
        Assert.DoesNotContain(HiBobFieldCatalogue.ReadSet, field => HiBobFieldInfo.Of(field).Sensitive);

    [Fact]
    public async Task The_fields_of_a_company_are_read_with_their_kinds()
    {
        await using var hibob = await StartAsync();

        var fields = await hibob.Source.ReadFieldsAsync(hibob.Connection, TestContext.Current.CancellationToken);

        Assert.Equal(FieldValueKind.Text, fields.Single(field => field.Id == "root.avatarUrl").Kind);
        Assert.Equal(FieldValueKind.List, fields.Single(field => field.Id == "work.custom.field_1700000000002").Kind);
        Assert.Equal(FieldValueKind.Other, fields.Single(field => field.Id == "work.tenureDuration").Kind);
        Assert.Equal("Work contact details", fields.Single(field => field.Id == "work.workMobile").Category);
    }

    private static FieldInfo Info(string id, string? category, string type) =>
        HiBobFieldInfo.Of(new HiBobFieldMetadata(id, null, type, null, null, category, null));
}

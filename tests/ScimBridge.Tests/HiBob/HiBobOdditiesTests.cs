using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobOdditiesTests
{
    [Fact]
    public void A_usual_person_has_none() => Assert.Empty(Of(("work.startDate", "\"2026-01-31\""), ("root.creationDateTime", "\"2021-08-30T09:14:02.118203\"")));

    [Theory]
    [InlineData("work.startDate", "\"31/01/2026\"")]
    [InlineData("internal.terminationDate", "\"2026-02-30\"")]
    [InlineData("employee.lastDayOfWork", "20260131")]
    [InlineData("employee.lastDayOfWork", "{}")]
    [InlineData("root.creationDateTime", "\"yesterday\"")]
    public void A_date_that_is_none_is_said_without_repeating_it(string field, string json)
    {
        var issue = Assert.Single(Of((field, json)));

        Assert.Equal(("1", "bad_date"), (issue.EmployeeId, issue.Code));
        Assert.Contains(field, issue.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(json.Trim('"'), issue.Detail + issue.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_date_is_none_at_all() => Assert.Empty(Of(("work.startDate", "\" \"")));

    [Fact]
    public void A_value_that_is_too_long_is_left_out_and_said()
    {
        var name = $"\"{new string('n', 1001)}\"";
        var fields = Fields(("root.firstName", name), ("root.surname", $"\"{new string('s', 1000)}\""));

        var issue = Assert.Single(HiBobOddities.Of(fields));

        Assert.Equal("too_long", issue.Code);
        Assert.Contains("root.firstName", issue.Detail, StringComparison.Ordinal);
        Assert.Null(HiBobInterpreter.Interpret(fields).FirstName);
        Assert.Equal(1000, HiBobInterpreter.Interpret(fields).Surname!.Length);
    }

    [Theory]
    [InlineData("employed", true)]
    [InlineData("hired", true)]
    [InlineData("something else", true)]
    [InlineData("terminated", false)]
    public void Somebody_without_an_address_is_odd_unless_terminated(string lifecycle, bool odd)
    {
        var empty = new EmployeeFields("1", new Dictionary<string, FieldValue>
        {
            ["root.email"] = FieldValue.Empty,
            ["internal.lifecycleStatus"] = FieldValue.Present($"\"{lifecycle}\""),
        });

        Assert.Equal(odd ? ["no_email"] : [], HiBobOddities.Of(empty).Select(issue => issue.Code));
    }

    [Fact]
    public void An_address_that_was_not_mentioned_is_no_oddity_of_the_person() =>
        Assert.Empty(HiBobOddities.Of(new EmployeeFields("1", new Dictionary<string, FieldValue>())));

    private static IReadOnlyList<SourceIssue> Of(params (string Field, string Json)[] fields) => HiBobOddities.Of(Fields(fields));

    private static EmployeeFields Fields(params (string Field, string Json)[] fields)
    {
        var values = fields.ToDictionary(field => field.Field, field => FieldValue.Present(field.Json));
        values["root.email"] = FieldValue.Present("\"a@fjordline.example\"");
        values["internal.lifecycleStatus"] = FieldValue.Present("\"employed\"");
        return new EmployeeFields("1", values);
    }
}

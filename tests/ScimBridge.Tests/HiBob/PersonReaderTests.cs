using System.Text;
using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class PersonReaderTests
{
    private static readonly HiBobFieldPlan Plan = Planned();

    [Theory]
    [InlineData("people-machine.json")]
    [InlineData("people-append.json")]
    public void Ids_and_dates_are_read_in_machine_and_append_format(string fixture)
    {
        var priya = Read(First(fixture));

        Assert.Equal("3700000000000000102", priya.EmployeeId);
        Assert.Equal("\"263100417\"", priya["work.department"].Json);
        Assert.Equal("2700101", priya["work.siteId"].Json);
        Assert.Equal("\"2021-09-06\"", priya["work.startDate"].Json);
        Assert.Null(priya["work.startDate"].Text);
        Assert.Equal("false", priya["work.isManager"].Json);
        Assert.Equal(FieldState.Empty, priya["internal.terminationDate"].State);
    }

    [Fact]
    public void The_replace_format_is_read_without_losing_the_person()
    {
        var priya = Read(First("people-replace.json"));

        Assert.Equal("3700000000000000102", priya.EmployeeId);
        Assert.Equal(FieldValue.Present("\"Platform\"", "Platform"), priya["work.department"]);
        Assert.Null(HiBobInterpreter.Interpret(priya).Manager);
        Assert.Null(HiBobInterpreter.Interpret(priya).StartDate);
    }

    [Fact]
    public void Absent_and_empty_and_present_are_told_apart()
    {
        var person = Read("""{"id":"1","firstName":"A","surname":null,"displayName":"","work":{"title":[]}}""");

        Assert.Equal(FieldState.Present, person["root.firstName"].State);
        Assert.Equal(FieldState.Empty, person["root.surname"].State);
        Assert.Equal(FieldState.Empty, person["root.displayName"].State);
        Assert.Equal(FieldState.Empty, person["work.title"].State);
        Assert.Equal(FieldState.Absent, person["root.email"].State);
        Assert.False(person.Values.ContainsKey("root.email"));
    }

    [Fact]
    public void A_value_under_a_slash_key_counts_when_there_is_no_nested_one()
    {
        var person = Read("""{"/root/id":{"value":"1"},"/work/title":{"value":"CTO"},"/root/surname":{"value":"slash"},"surname":"nested"}""");

        Assert.Equal("1", person.EmployeeId);
        Assert.Equal("\"CTO\"", person["work.title"].Json);
        Assert.Equal("\"nested\"", person["root.surname"].Json);
    }

    [Theory]
    [InlineData("""{"id":"1"}""", "1")]
    [InlineData("""{"id":3700000000000000102}""", "3700000000000000102")]
    [InlineData("""{"id":" x "}""", "x")]
    public void An_id_is_text_or_a_whole_number(string json, string expected) => Assert.Equal(expected, Read(json).EmployeeId);

    [Theory]
    [InlineData("""{}""", "no_id")]
    [InlineData("""{"id":null}""", "no_id")]
    [InlineData("""{"id":""}""", "no_id")]
    [InlineData("""{"id":1.5}""", "no_id")]
    [InlineData("""{"id":{}}""", "no_id")]
    [InlineData("""{"id":true}""", "no_id")]
    [InlineData("""null""", "wrong_shape")]
    [InlineData("""["id"]""", "wrong_shape")]
    [InlineData("""{"id":"1","firstName":"\ud800"}""", "wrong_shape")]
    public void A_record_that_is_no_employee_is_rejected(string json, string code) =>
        Assert.Equal(code, Assert.Throws<EmployeeRejectedException>(() => Read(json)).Issue.Code);

    [Fact]
    public void Text_that_is_no_Unicode_is_rejected()
    {
        byte[] json = [.. "{\"id\":\"1\",\"firstName\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Throws<EmployeeRejectedException>(() => new PersonReader(Plan, NoLists).Read(json, 0));
    }

    [Fact]
    public void Of_another_person_only_id_and_name_are_kept() => Assert.Equal(
        """{"displayName":"Mara Olsen","id":"3700000000000000101"}""",
        Read(First("people-append.json"))["work.reportsTo"].Json);

    [Fact]
    public void A_name_comes_from_the_display_text_then_the_list_then_the_value_unless_that_is_a_number()
    {
        using var list = JsonDocument.Parse("""[{"id":"5","name":"Listed"},{"id":"Sales","name":"Selling"}]""");
        var lists = new Dictionary<string, HiBobNamedList> { ["department"] = HiBobNamedList.Parse(list.RootElement, "department") };

        string? Name(string json) => new PersonReader(Plan, lists).Read(Encoding.UTF8.GetBytes(json), 0)["work.department"].Text;

        Assert.Equal("Shown", Name("""{"id":"1","work":{"department":"5"},"humanReadable":{"work":{"department":" Shown "}}}"""));
        Assert.Equal("Listed", Name("""{"id":"1","work":{"department":"5"}}"""));
        Assert.Equal("Listed", Name("""{"id":"1","work":{"department":5},"humanReadable":{"work":{"department":"5"}}}"""));
        Assert.Equal("Selling", Name("""{"id":"1","work":{"department":"Sales"}}"""));
        Assert.Equal("Unlisted", Name("""{"id":"1","work":{"department":"Unlisted"}}"""));
        Assert.Null(Name("""{"id":"1","work":{"department":"77"}}"""));
    }

    [Theory]
    [InlineData("""["5","Sales"]""", "Shown,Selling", """["Listed","Selling"]""", "Listed, Selling")]
    [InlineData("""["77","78"]""", "One, Two", """["One","Two"]""", "One, Two")]
    [InlineData("""["77","78"]""", "One,Two,Three", """[null,null]""", "One,Two,Three")]
    [InlineData("""["77"]""", "One, and only", """["One, and only"]""", "One, and only")]
    [InlineData("""[77,"Zoë"]""", null, """[null,"Zoë"]""", null)]
    [InlineData("""["77"]""", "77", """[null]""", "77")]
    public void The_items_of_a_multi_list_keep_their_ids_and_have_names(string items, string? shown, string names, string? text)
    {
        using var list = JsonDocument.Parse("""[{"id":"5","name":"Listed"},{"id":"Sales","name":"Selling"}]""");
        var lists = new Dictionary<string, HiBobNamedList> { ["department"] = HiBobNamedList.Parse(list.RootElement, "department") };
        var display = shown is null ? "" : $$$""","humanReadable":{"work":{"department":"{{{shown}}}"}}""";
        var json = $$$"""{"id":"1","work":{"department":{{{items}}}}{{{display}}}}""";

        var value = new PersonReader(Plan, lists).Read(Encoding.UTF8.GetBytes(json), 0)["work.department"];

        Assert.Equal(FieldValue.Present(items, text, names), value);
    }

    [Fact]
    public void What_was_not_asked_for_is_ignored()
    {
        var person = Read("""{"id":"1","payroll":{"salary":{"amount":1}},"work":{"x":[{"title":"no"}],"title":"yes"},"list":[{"surname":"no"}]}""");

        Assert.Equal(["root.id", "work.title"], person.Values.Keys);
        Assert.Equal("\"yes\"", person["work.title"].Json);
    }

    [Theory]
    [InlineData("\"Zo\\u00eb\"", "\"Zoë\"")]
    [InlineData("\"a\\/b\"", "\"a/b\"")]
    [InlineData("42.0", "42")]
    [InlineData("4.2e1", "42")]
    [InlineData("0", "0")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("{ \"b\": 1, \"a\": [ 1.0, true ] }", """{"a":[1,true],"b":1}""")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    public void Equal_values_give_equal_text(string one, string other)
    {
        var text = HiBobValue.Compact(Encoding.UTF8.GetBytes(one), HiBobFieldKind.Plain);
        var expected = other == "😀" ? HiBobValue.Compact("\"😀\""u8, HiBobFieldKind.Plain) : other;

        Assert.Equal(expected, text);
    }

    [Fact]
    public void Fields_survive_being_stored()
    {
        var fields = Read(First("people-append.json"));

        var again = EmployeeFields.FromUtf8Json(fields.EmployeeId, fields.ToUtf8Json());

        Assert.Equal(fields.Values, again.Values);
    }

    private static Dictionary<string, HiBobNamedList> NoLists => [];

    private static EmployeeFields Read(string json) => new PersonReader(Plan, NoLists).Read(Encoding.UTF8.GetBytes(json), 0);

    private static string First(string fixture)
    {
        using var document = JsonDocument.Parse(Fixture.Text(fixture));
        return document.RootElement.GetProperty("employees")[0].GetRawText();
    }

    private static HiBobFieldPlan Planned() => HiBobFieldPlan.Make(new ReadRequest([], []), HiBobFieldCatalogue.ReadSet.ToDictionary(field => field.Id, field => new HiBobFieldMetadata(field.Id, null, null, null, null, null, null)));
}

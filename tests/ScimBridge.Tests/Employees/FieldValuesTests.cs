using System.Text;
using ScimBridge.Employees;
using Xunit;

namespace ScimBridge.Tests.Employees;

public class FieldValuesTests
{
    [Fact]
    public void Several_items_have_ids_and_names() => Assert.Equal(
        [new NamedItem("1", "One"), new NamedItem("Two", "Two"), new NamedItem("3", null)],
        FieldValues.Items(FieldValue.Present("""["1","Two",3,null]""", null, """["One",null,null,null]""")));

    [Fact]
    public void One_item_is_one_and_nothing_is_none()
    {
        Assert.Equal([new NamedItem("1", "One")], FieldValues.Items(FieldValue.Present("\"1\"", "One")));
        Assert.Empty(FieldValues.Items(FieldValue.Empty));
        Assert.Empty(FieldValues.Items(FieldValue.Absent));
        Assert.Empty(FieldValues.Items(FieldValue.Present("{}")));
    }

    [Fact]
    public void Words_are_the_display_text_or_else_the_value()
    {
        Assert.Equal("One", FieldValues.Words(FieldValue.Present("\"1\"", "One")));
        Assert.Equal("1", FieldValues.Words(FieldValue.Present("\"1\"")));
        Assert.Null(FieldValues.Name(FieldValue.Present("\"1\"")));
        Assert.Null(FieldValues.Words(FieldValue.Present("[\"1\"]")));
    }

    [Fact]
    public void Items_survive_being_stored_and_older_forms_are_still_read()
    {
        var fields = new EmployeeFields("1", new Dictionary<string, FieldValue>
        {
            ["a"] = FieldValue.Present("""["1","2"]""", "One, Two", """["One","Two"]"""),
            ["b"] = FieldValue.Present("""["1"]""", null, "[null]"),
            ["c"] = FieldValue.Present("\"x\"", "X"),
            ["d"] = FieldValue.Empty,
            ["e"] = FieldValue.Present("true"),
        });

        var json = fields.ToUtf8Json();

        Assert.Equal(
            """{"a":[["1","2"],"One, Two",["One","Two"]],"b":[["1"],null,[null]],"c":["x","X"],"d":null,"e":[true]}""",
            Encoding.UTF8.GetString(json));
        Assert.Equal(fields.Values, EmployeeFields.FromUtf8Json("1", json).Values);
        Assert.Equal(
            FieldValue.Present("""["1"]""", "One"),
            EmployeeFields.FromUtf8Json("1", """{"a":[["1"],"One"],"z":[1]}"""u8)["a"]);
    }
}

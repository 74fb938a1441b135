using System.Text.Json;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobNamedListTests
{
    private const string Items = """[{"id":1,"value":"One","archived":true,"children":[{"id":"2","name":"Two"}]},{"id":"Three","name":"Three"}]""";

    [Theory]
    [InlineData($$"""{"name":"team","values":{{Items}} }""")]
    [InlineData($$"""{"name":"team","items":{{Items}} }""")]
    [InlineData($$"""{"team":{"name":"team","values":{{Items}},"items":{{Items}} } }""")]
    [InlineData($$"""[{"name":"other","items":[]},{"name":"team","items":{{Items}} }]""")]
    [InlineData($$"""{"team":{{Items}} }""")]
    [InlineData(Items)]
    public void Every_shape_gives_the_same_items(string json)
    {
        var list = Parse(json);

        Assert.Equal(["1", "2", "Three"], list.Items.Select(item => item.Id));
        Assert.Equal("Two", list.NameOf("2"));
        Assert.Equal(["One", "Two"], list.Items.ElementAt(1).Path);
        Assert.Equal([true, false, false], list.Items.Select(item => item.Archived));
        Assert.Null(list.NameOf("4"));
    }

    [Fact]
    public void Lists_of_a_real_answer_are_read()
    {
        Assert.Equal("Platform", Parse(Fixture.Text("list-department.json"), "department").NameOf("263100417"));
        Assert.Equal("Porto", Parse(Fixture.Text("list-site.json"), "site").NameOf("2700102"));
        Assert.Equal("Oslo", Parse(Fixture.Text("lists-keyed.json"), "site").NameOf("2700101"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("42")]
    [InlineData("""[{"name":"other","items":[]}]""")]
    public void What_holds_no_list_is_refused(string json) => Assert.Throws<HiBobShapeException>(() => Parse(json));

    private static HiBobNamedList Parse(string json, string name = "team")
    {
        using var document = JsonDocument.Parse(json);
        return HiBobNamedList.Parse(document.RootElement, name);
    }
}

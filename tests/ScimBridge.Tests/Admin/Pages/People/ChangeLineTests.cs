using ScimBridge.Admin.Pages.People;
using ScimBridge.Protocol.Resources;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

public sealed class ChangeLineTests
{
    [Fact]
    public void A_group_that_comes_goes_or_is_renamed_is_one_line_with_its_name()
    {
        AttributeChange[] changes =
        [
            new("active", "true", "false"),
            new("groups[value eq \"g-1\"].display", "\"Data\"", null), new("groups[value eq \"g-1\"].type", "\"direct\"", null), new("groups[value eq \"g-1\"].value", "\"g-1\"", null),
            new("groups[value eq \"g-2\"].display", "\"Old\"", "\"New\""),
            new("groups[value eq \"g.3]\"].value", null, "\"g.3]\""), new("title", null, "\"Pilot\""),
        ];

        Assert.Equal(
            [new("active", "true", "false"), new("groups", "Data", null), new("groups", "Old", "New"), new("groups", null, "g.3]"), new("title", null, "Pilot")],
            ChangeLine.Of(changes));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("12", "12")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("\"broken", "\"broken")]
    public void Text_is_shown_without_its_quotes(string? json, string? shown)
    {
        Assert.Equal(shown, ChangeLine.Plain(json));
    }
}

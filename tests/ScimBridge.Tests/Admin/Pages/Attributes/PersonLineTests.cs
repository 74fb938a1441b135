using ScimBridge.Admin.Pages.Attributes;
using ScimBridge.Sync.Reviewing;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Attributes;

/// <summary>A previewed person is shown attribute by attribute.</summary>
public sealed class PersonLineTests
{
    [Fact]
    public void What_changes_comes_first_and_what_tells_nothing_is_left_out()
    {
        const string Before = """{"schemas": ["x"], "id": "1", "title": "CTO", "active": true, "emails": [{"value": "a@b.example", "type": "work", "primary": true}], "groups": [{"value": "g1", "display": "Oslo", "type": "direct"}]}""";
        const string After = """{"schemas": ["x"], "id": "1", "title": "CTO", "active": false, "nickName": "N", "emails": [{"value": "a@b.example", "type": "work", "primary": true}]}""";

        var lines = PersonLine.Of(new PersonPreview("e", Before, After, []));

        Assert.Equal(
            [
                new("active", "true", "false"), new("group", "Oslo", null), new("nickName", null, "N"), new("title", "CTO", "CTO"),
                new PersonLine("emails[type eq \"work\"].value", "a@b.example", "a@b.example"),
            ],
            lines);
    }

    [Fact]
    public void Somebody_who_would_be_no_user_loses_everything()
    {
        Assert.All(PersonLine.Of(new PersonPreview("e", """{"title": "CTO"}""", null, [])), line => Assert.Null(line.After));
    }
}

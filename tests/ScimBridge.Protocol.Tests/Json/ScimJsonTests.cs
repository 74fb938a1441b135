using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Tests.Json;

public sealed class ScimJsonTests
{
    private static readonly string[] UserSchemas = [ScimSchemaUris.User];

    public static TheoryData<string> Users => [Rfc7643Examples.MinimalUser, Rfc7643Examples.FullUser, Rfc7643Examples.EnterpriseUser];

    [Theory]
    [MemberData(nameof(Users))]
    public void A_user_of_the_rfc_survives_reading_and_writing(string example)
    {
        var user = ScimJson.DeserializeUser(Encoding.UTF8.GetBytes(example));

        AssertSameJson(example, ScimJson.SerializeUser(user));
    }

    [Fact]
    public void The_group_of_the_rfc_survives_reading_and_writing()
    {
        var group = ScimJson.DeserializeGroup(Encoding.UTF8.GetBytes(Rfc7643Examples.Group));

        AssertSameJson(Rfc7643Examples.Group, ScimJson.SerializeGroup(group));
    }

    [Fact]
    [Shows("7643-2.5-omitted")]
    public void What_is_unassigned_is_left_out()
    {
        var user = NewUser() with { Emails = [], Name = new ScimName(), Enterprise = new ScimEnterpriseUser(), HiBob = new ScimHiBobUser(), Title = null };

        AssertSameJson("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1","userName":"ann"}""", ScimJson.SerializeUser(user));
    }

    [Fact]
    public void Attributes_of_a_directorys_own_are_in_our_extension_and_survive_reading_and_writing()
    {
        const string Json = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User"],"id":"1","userName":"ann",
             "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User":{"site":"Oslo","badge":7,"teams":["Ōé","B"],"onSite":true}}
            """;

        var user = ScimJson.DeserializeUser(Encoding.UTF8.GetBytes(Json));
        var body = ScimJson.SerializeUser(user);

        AssertSameJson(Json, body);
        Assert.EndsWith("""{"site":"Oslo","badge":7,"teams":["Ōé","B"],"onSite":true}}""", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal(body, ScimJson.SerializeUser(ScimJson.DeserializeUser(body)));
        Assert.False(user.HiBob!.IsEmpty);
        Assert.False(new ScimHiBobUser { Custom = user.HiBob.Custom }.IsEmpty);
        Assert.True(new ScimHiBobUser { Custom = new Dictionary<string, JsonElement>(StringComparer.Ordinal) }.IsEmpty);
    }

    [Fact]
    [Shows("7643-2.3.2-boolean")]
    public void False_is_a_value()
    {
        Assert.Contains("\"active\":false", Encoding.UTF8.GetString(ScimJson.SerializeUser(NewUser() with { Active = false })), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_escaped_no_more_than_json_asks()
    {
        var body = Encoding.UTF8.GetString(ScimJson.SerializeUser(NewUser() with { DisplayName = "O'Neil \"Ōé\" +41 <\u0001\n" }));

        Assert.Contains("\"displayName\":\"O'Neil \\\"Ōé\\\" +41 <\\u0001\\n\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_body_reads_back_as_what_it_was()
    {
        var user = NewUser() with
        {
            DisplayName = "\u0001/ is no marker",
            Enterprise = new ScimEnterpriseUser { Manager = new ScimManager { Value = "2", Ref = new ResourceReference("Users/2") } },
            Meta = new ScimMeta { ResourceType = "User", Location = new ResourceReference("Users/1") },
        };

        var stored = ScimJson.SerializeUser(user);
        var read = ScimJson.DeserializeUser(stored);

        Assert.Equal(2, stored.Count(value => value == ResourceReference.BaseUrlMarker));
        Assert.Equal(user.Enterprise, read.Enterprise);
        Assert.Equal(user.Meta, read.Meta);
        Assert.Equal(user.DisplayName, read.DisplayName);
        Assert.Equal(stored, ScimJson.SerializeUser(read));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":")]
    public void What_is_no_user_is_a_json_exception(string json)
    {
        Assert.ThrowsAny<JsonException>(() => ScimJson.DeserializeUser(Encoding.UTF8.GetBytes(json)));
    }

    private static ScimUser NewUser() => new() { Schemas = UserSchemas, Id = "1", UserName = "ann" };

    private static void AssertSameJson(string expected, byte[] actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), Encoding.UTF8.GetString(actual));
    }
}

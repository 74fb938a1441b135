using System.Buffers;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Projection;

public sealed class AttributeSelectionTests
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:User";
    private const string Head = "\"schemas\":[\"" + Core + "\"],\"id\":\"1\"";
    private const string HeadWithEnterprise = "\"schemas\":[\"" + Core + "\",\"" + Enterprise + "\"],\"id\":\"1\"";

    private const string Ann = "{" + HeadWithEnterprise + """
        ,"externalId":"e","userName":"ann","name":{"familyName":"A","givenName":"B"},"password":"x","other":1,"emails":[{"value":"a@b","type":"work"},{"type":"home"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"D","manager":{"value":"2","displayName":"M"}},"meta":{"resourceType":"User","version":"W/\"1\""}}
        """;

    private static readonly SchemaCatalog Catalog = SchemaCatalog.Load();

    [Theory]
    [InlineData("userName", Head + ",\"userName\":\"ann\"")]
    [InlineData(" USERNAME ,, unknown", Head + ",\"userName\":\"ann\"")]
    [InlineData("unknown", Head)]
    [InlineData("id,schemas", Head)]
    [InlineData("password", Head)]
    [InlineData("name.givenName", Head + ",\"name\":{\"givenName\":\"B\"}")]
    [InlineData("name.givenName,name", Head + ",\"name\":{\"familyName\":\"A\",\"givenName\":\"B\"}")]
    [InlineData("name.middleName", Head)]
    [InlineData("emails", Head + ",\"emails\":[{\"value\":\"a@b\",\"type\":\"work\"},{\"type\":\"home\"}]")]
    [InlineData("emails.value", Head + ",\"emails\":[{\"value\":\"a@b\"}]")]
    [InlineData("emails.primary", Head)]
    [InlineData("meta.version", Head + ",\"meta\":{\"version\":\"W/\\\"1\\\"\"}")]
    [InlineData("department", HeadWithEnterprise + ",\"" + Enterprise + "\":{\"department\":\"D\"}")]
    [InlineData(Enterprise + ":manager.value", HeadWithEnterprise + ",\"" + Enterprise + "\":{\"manager\":{\"value\":\"2\"}}")]
    [InlineData(Enterprise, HeadWithEnterprise + ",\"" + Enterprise + "\":{\"department\":\"D\",\"manager\":{\"value\":\"2\",\"displayName\":\"M\"}}")]
    [InlineData(Enterprise + ":costCenter", Head)]
    [InlineData(Core + ":userName", Head + ",\"userName\":\"ann\"")]
    [InlineData(Core, Head + ",\"userName\":\"ann\",\"name\":{\"familyName\":\"A\",\"givenName\":\"B\"},\"emails\":[{\"value\":\"a@b\",\"type\":\"work\"},{\"type\":\"home\"}]")]
    public void Attributes_that_are_named_are_kept_and_so_is_what_is_always_returned(string attributes, string members)
    {
        Assert.Equal("{" + members + "}", Project(AttributeSelection.Parse(attributes, null, "User", Catalog)));
    }

    [Theory]
    [InlineData("unknown", "")]
    [InlineData("id,schemas", "")]
    [InlineData("externalId", "\"externalId\":\"e\",")]
    [InlineData("emails.type", ",\"type\":\"work\"},{\"type\":\"home\"")]
    [InlineData("name.givenName", ",\"givenName\":\"B\"")]
    [InlineData(Enterprise, ",\"" + Enterprise + "\"|,\"" + Enterprise + "\":{\"department\":\"D\",\"manager\":{\"value\":\"2\",\"displayName\":\"M\"}}")]
    [InlineData("manager", ",\"manager\":{\"value\":\"2\",\"displayName\":\"M\"}")]
    [InlineData("department,manager", ",\"" + Enterprise + "\"|,\"" + Enterprise + "\":{\"department\":\"D\",\"manager\":{\"value\":\"2\",\"displayName\":\"M\"}}")]
    [InlineData("meta,name,emails", ",\"name\":{\"familyName\":\"A\",\"givenName\":\"B\"}|,\"emails\":[{\"value\":\"a@b\",\"type\":\"work\"},{\"type\":\"home\"}]|,\"meta\":{\"resourceType\":\"User\",\"version\":\"W/\\\"1\\\"\"}")]
    public void Attributes_that_are_excluded_are_left_out_unless_always_returned(string excluded, string missing)
    {
        var expected = missing.Split('|').Prepend(",\"password\":\"x\"").Where(part => part.Length > 0)
            .Aggregate(Ann, (json, part) => json.Remove(json.IndexOf(part, StringComparison.Ordinal), part.Length));

        Assert.Equal(expected, Project(AttributeSelection.Parse(null, excluded, "User", Catalog)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    [InlineData(",", null)]
    public void Blank_parameters_ask_for_nothing_special(string? attributes, string? excluded)
    {
        var selection = AttributeSelection.Parse(attributes, excluded, "User", Catalog);

        Assert.True(selection.IsDefault);
        Assert.Equal(Ann.Replace(",\"password\":\"x\"", "", StringComparison.Ordinal), Project(selection));
    }

    [Fact]
    public void Both_parameters_at_once_are_an_invalid_value()
    {
        var error = Assert.Throws<ScimException>(() => AttributeSelection.Parse("id", "name", "User", Catalog)).Error;

        Assert.Equal((400, "invalidValue"), (error.Status, error.ScimType));
    }

    [Theory]
    [InlineData(null, null, "members", true)]
    [InlineData(null, "members", "members", false)]
    [InlineData(null, "MEMBERS", "members.display", false)]
    [InlineData(null, "members.display", "members", true)]
    [InlineData(null, "members.display", "members.display", false)]
    [InlineData("displayName", null, "members", false)]
    [InlineData("members.value", null, "members", true)]
    [InlineData("members.value", null, "members.display", false)]
    [InlineData("unknown", null, "members", false)]
    [InlineData("unknown", null, "id", true)]
    [InlineData("unknown", null, "unknown", false)]
    [InlineData(null, null, "unknown", true)]
    public void A_selection_says_whether_the_server_need_read_an_attribute(string? attributes, string? excluded, string attribute, bool expected)
    {
        Assert.Equal(expected, AttributeSelection.Parse(attributes, excluded, "Group", Catalog).Includes(attribute));
    }

    [Fact]
    public void A_selection_knows_whole_extensions()
    {
        Assert.True(AttributeSelection.Parse("department", null, "User", Catalog).Includes(Enterprise));
        Assert.False(AttributeSelection.Parse("department", null, "User", Catalog).Includes(ScimSchemaUris.HiBobUser));
        Assert.False(AttributeSelection.Parse(null, Enterprise, "User", Catalog).Includes("manager.value"));
    }

    [Fact]
    public void What_is_returned_on_request_comes_only_when_named()
    {
        var extension = new SchemaDefinition
        {
            Id = "urn:x:2.0:User",
            Name = "x",
            Attributes =
            [
                new() { Name = "secret", Type = AttributeType.String, Returned = AttributeReturned.Request },
                new() { Name = "plain", Type = AttributeType.String },
            ],
        };
        var catalog = Catalog.WithExtension("User", extension);
        const string User = """{"urn:x:2.0:User":{"secret":"s","plain":"p"}}""";
        const string WithoutSecret = """{"urn:x:2.0:User":{"plain":"p"}}""";

        Assert.Equal(WithoutSecret, Project(AttributeSelection.Parse(null, null, "User", catalog), User));
        Assert.Equal(WithoutSecret, Project(AttributeSelection.Parse("urn:x:2.0:User", null, "User", catalog), User));
        Assert.Equal("""{"urn:x:2.0:User":{"secret":"s"}}""", Project(AttributeSelection.Parse("secret", null, "User", catalog), User));
    }

    [Theory]
    [InlineData(null, null, """{"value":"1","$ref":"r","display":"A"}""")]
    [InlineData("members", null, """{"value":"1","$ref":"r","display":"A"}""")]
    [InlineData("members.value,members.display", null, """{"value":"1","display":"A"}""")]
    [InlineData(null, "members.$ref", """{"value":"1","display":"A"}""")]
    [InlineData("members.type", null, null)]
    [InlineData("displayName", null, null)]
    [InlineData(null, "members", null)]
    public void A_value_is_projected_alone_as_it_is_in_its_resource(string? attributes, string? excluded, string? expected)
    {
        var selection = AttributeSelection.Parse(attributes, excluded, "Group", Catalog);
        const string Member = """{"value":"1","$ref":"r","display":"A"}""";
        var output = new ArrayBufferWriter<byte>();

        Assert.Equal(expected is not null, selection.WriteValue("members", Encoding.UTF8.GetBytes(Member), output));

        Assert.Equal(expected ?? "", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(expected is not null, Project(selection, $$"""{"members":[{{Member}}]}""").Contains("members", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    [InlineData("{}{}")]
    public void What_is_no_resource_is_a_json_exception(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Project(AttributeSelection.Parse("id", null, "User", Catalog), json));
    }

    private static string Project(AttributeSelection selection, string json = Ann)
    {
        var output = new ArrayBufferWriter<byte>();
        selection.Write(Encoding.UTF8.GetBytes(json), output);
        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd();
    }
}

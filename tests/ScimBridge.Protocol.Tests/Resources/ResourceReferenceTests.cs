using System.Text;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Tests.Resources;

public sealed class ResourceReferenceTests
{
    [Theory]
    [InlineData("Users/1", true)]
    [InlineData("Groups/dept:12", true)]
    [InlineData("https://example.com/Users/1", false)]
    [InlineData("urn:example:1", false)]
    [InlineData("../Users/1", false)]
    [InlineData("/Users/1", false)]
    [InlineData("", false)]
    public void Only_a_path_below_the_base_url_is_relative(string value, bool isRelative)
    {
        Assert.Equal(isRelative, new ResourceReference(value).IsRelative);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(251)]
    [InlineData(252)]
    [InlineData(253)]
    [InlineData(2_000_000)]
    public void A_path_of_any_length_is_written_behind_the_marker(int length)
    {
        var path = new string('u', length);
        var group = new ScimGroup
        {
            Schemas = ["s"],
            Id = "1",
            DisplayName = "g",
            Meta = new ScimMeta { ResourceType = "Group", Location = new ResourceReference(path) },
        };

        var body = Encoding.UTF8.GetString(ScimJson.SerializeGroup(group));

        Assert.Contains("\"location\":\"\u0001/" + path + "\"", body, StringComparison.Ordinal);
    }
}

using ScimBridge.Directories;
using Xunit;

namespace ScimBridge.Tests.Directories;

public sealed class ScimBaseUrlTests
{
    [Theory]
    [InlineData(null, "http://localhost:5080/", "http://localhost:5080/scim/v2")]
    [InlineData("", "https://here.example/base", "https://here.example/base/scim/v2")]
    [InlineData("https://scim.example.com/x/", "http://localhost:5080", "https://scim.example.com/x/scim/v2")]
    public void The_public_URL_comes_before_the_one_by_which_somebody_came(string? publicUrl, string serverUrl, string expected)
    {
        Assert.Equal(expected, new ScimBaseUrl(publicUrl).Below(serverUrl));
    }
}

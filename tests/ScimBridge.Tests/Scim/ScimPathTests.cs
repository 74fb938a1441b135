using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimPathTests(SharedApps apps)
{
    [Theory]
    [InlineData("/scim/v2/Users?count=3")]
    [InlineData("/scim/v2/Users/?count=3")]
    [InlineData("/scim/v2//Users?count=3")]
    [InlineData("/scim/v2///Users//?count=3")]
    [InlineData("//scim//v2/Users?count=3")]
    [InlineData("/SCIM/V2/users?count=3")]
    [InlineData("/Scim/v2//USERS/?count=3")]
    [InlineData("/scim/v2/%55sers?count=3")]
    [InlineData("/%73cim/v2/User%73?count=3")]
    public async Task A_path_is_known_however_a_client_puts_it_together(string path)
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        Assert.Equal((await app.Scim.GetScimAsync("Users?count=3")).ToJsonString(), (await GetAsync(app, path)).ToJsonString());
    }

    [Theory]
    [InlineData("/scim/v2/Schemas/urn%3Aietf%3Aparams%3Ascim%3Aschemas%3Acore%3A2.0%3AUser")]
    [InlineData("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User/")]
    [InlineData("/scim/v2//schemas//URN:ietf:params:scim:schemas:core:2.0:User")]
    public async Task A_schema_is_found_by_its_name_in_any_encoding(string path)
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        Assert.Equal("urn:ietf:params:scim:schemas:core:2.0:User", (string)(await GetAsync(app, path))["id"]!);
    }

    [Fact]
    public async Task A_resource_is_found_behind_doubled_slashes_and_with_encoded_letters()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var id = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        var encoded = string.Concat(id.Select(character => $"%{(int)character:X2}"));
        foreach (var path in (string[])[$"/scim/v2//Users//{id}/", $"/scim/v2/users/{encoded}"])
        {
            Assert.Equal(id, (string)(await GetAsync(app, path))["id"]!);
        }
    }

    [Fact]
    public async Task Doubled_slashes_elsewhere_are_not_our_business_and_open_nothing()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        foreach (var path in (string[])["/scim//v2/Users", "//scim/v2//Users/", "/scim/v2//Schemas"])
        {
            await client.GetAsync(new Uri(app.Address + path), TestContext.Current.CancellationToken).ShouldBeScimErrorAsync(401);
        }

        using var other = await client.GetAsync(new Uri(app.Address + "/health//live"), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)other.StatusCode);
    }

    private static async Task<JsonObject> GetAsync(ScimBridgeApp app, string path)
    {
        // Uri would decode and shorten what is tested here.
        var url = new Uri(app.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await app.Scim.GetAsync(url, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(200 == (int)response.StatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}

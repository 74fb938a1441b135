using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class DiscoveryEndpointsTests(SharedApps apps)
{
    [Fact]
    [Shows("7643-6-schema-served")]
    public async Task Every_schema_that_a_resource_type_names_is_served_and_User_comes_first()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var types = await app.Scim.GetScimAsync("ResourceTypes");
        var schemas = (await app.Scim.GetScimAsync("Schemas")).Ids();

        Assert.Equal(["User", "Group"], types.Resources().Select(type => (string)type["name"]!));
        Assert.Equal((types.Resources().Count, 1), ((int)types["totalResults"]!, (int)types["startIndex"]!));
        foreach (var type in types.Resources())
        {
            Assert.Contains((string)type["schema"]!, schemas);
            Assert.All(type["schemaExtensions"]?.AsArray() ?? [], extension => Assert.Contains((string)extension!["schema"]!, schemas));
            Assert.Equal($"{app.Address}/scim/v2/ResourceTypes/{(string)type["name"]!}", (string)type["meta"]!["location"]!);
        }
    }

    [Fact]
    [Shows("7643-3-schemas-known")]
    public async Task Every_schema_of_a_served_resource_is_served_too()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var served = (await app.Scim.GetScimAsync("Schemas")).Ids();
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var used = (await app.Scim.GetScimAsync($"{endpoint}?count=1000")).Resources()
                .SelectMany(resource => resource["schemas"]!.AsArray()).Select(schema => (string)schema!).Distinct(StringComparer.Ordinal);
            Assert.Empty(used.Except(served, StringComparer.Ordinal));
        }
    }

    [Fact]
    [Shows("7644-4-single", "7643-4.1.1-password")]
    public async Task Documents_hold_no_null_and_no_password_and_are_the_same_alone()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        ShouldHaveNoNulls(await app.Scim.GetScimAsync("ServiceProviderConfig"));
        foreach (var endpoint in (string[])["Schemas", "ResourceTypes"])
        {
            var list = await app.Scim.GetScimAsync(endpoint);
            ShouldHaveNoNulls(list);
            Assert.DoesNotContain("\"password\"", list.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            foreach (var (listed, id) in list.Resources().Zip(list.Ids()))
            {
                Assert.Equal(listed.ToJsonString(), (await app.Scim.GetScimAsync($"{endpoint}/{Uri.EscapeDataString(id)}")).ToJsonString());
            }
        }
    }

    [Fact]
    public async Task The_configuration_says_what_the_server_does()
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        var config = await app.Scim.GetScimAsync("ServiceProviderConfig");

        Assert.True((bool)config["filter"]!["supported"]!);
        Assert.Equal(1000, (int)config["filter"]!["maxResults"]!);
        Assert.All((string[])["patch", "bulk", "changePassword", "sort"], feature => Assert.False((bool)config[feature]!["supported"]!));
        Assert.True((bool)config["etag"]!["supported"]!);
        Assert.Equal("oauthbearertoken", (string)config["authenticationSchemes"]![0]!["type"]!);
        Assert.Equal($"{app.Address}/scim/v2/ServiceProviderConfig", (string)config["meta"]!["location"]!);
    }

    [Fact]
    [Shows("7644-4-filter", "7644-3.12-403")]
    public async Task A_filter_on_discovery_is_forbidden()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Schemas", "ResourceTypes", "ServiceProviderConfig"])
        {
            await app.Scim.TryGetAsync($"{path}?filter=id%20pr").ShouldBeScimErrorAsync(403);
        }
    }

    [Fact]
    public async Task Discovery_works_before_the_first_sync()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.ClientOf("initech");
        foreach (var path in (string[])["Schemas", "ResourceTypes", "ServiceProviderConfig"])
        {
            await client.GetScimAsync(path);
        }
    }

    private static void ShouldHaveNoNulls(JsonNode? node)
    {
        Assert.NotNull(node);
        foreach (var child in node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] })
        {
            ShouldHaveNoNulls(child);
        }
    }
}

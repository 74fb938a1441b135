using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class DiscoveryEndpointsTests(SharedApps apps)
{
    private static readonly string[] Paths =
        ["ServiceProviderConfig", "ResourceTypes", "ResourceTypes/User", "Schemas", "Schemas/urn:ietf:params:scim:schemas:core:2.0:User"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        Assert.All((string[])["patch", "bulk", "changePassword"], feature => Assert.False((bool)config[feature]!["supported"]!));
        Assert.All((string[])["sort", "etag"], feature => Assert.True((bool)config[feature]!["supported"]!));
        Assert.Equal(
            """{"cursor":true,"index":true,"defaultPaginationMethod":"index","defaultPageSize":100,"maxPageSize":1000,"cursorTimeout":3600}""",
            config["pagination"]!.ToJsonString());
        var scheme = Assert.Single(config["authenticationSchemes"]!.AsArray())!;
        Assert.Equal(("oauthbearertoken", true), ((string)scheme["type"]!, (bool)scheme["primary"]!));
        Assert.Equal($"{app.Address}/scim/v2/ServiceProviderConfig", (string)config["meta"]!["location"]!);
    }

    [Fact]
    [Shows("7644-4-filter", "7644-3.12-403")]
    public async Task A_filter_on_discovery_is_forbidden_even_on_what_does_not_exist()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in Paths.Append("Schemas/none"))
        {
            await app.Scim.TryGetAsync($"{path}?filter=id%20pr").ShouldBeScimErrorAsync(403);
            await app.Scim.TryGetAsync($"{path}?count=1&FILTER=").ShouldBeScimErrorAsync(403);
        }
    }

    [Fact]
    public async Task A_client_that_has_a_document_gets_304()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in Paths)
        {
            using var get = await app.Scim.TryGetAsync(path);
            var tag = get.Headers.ETag!.ToString();
            Assert.Equal("no-cache, private", string.Join(", ", get.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
            foreach (var (method, sent, expected) in ((string, string, int)[])[
                ("GET", tag, 304), ("GET", tag[2..], 304), ("GET", "*", 304), ("GET", $"\"a\", {tag}, W/\"b\"", 304), ("HEAD", tag, 304),
                ("GET", "\"a\"", 200), ("GET", "W/\"a\", \"b\"", 200), ("GET", "garbage", 200), ("GET", "", 200), ("HEAD", "\"a\"", 200)])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
                request.Headers.TryAddWithoutValidation("If-None-Match", sent);
                using var response = await app.Scim.SendAsync(request, Ct);

                Assert.True(expected == (int)response.StatusCode, $"{method} {path} {sent}: {response.StatusCode}");
                Assert.Equal(tag, response.Headers.ETag?.ToString());
                Assert.Equal(expected == 200 && method == "GET", (await response.Content.ReadAsByteArrayAsync(Ct)).Length > 0);
            }
        }
    }

    [Fact]
    public async Task A_tag_follows_the_document_as_this_client_sees_it()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var usual = await app.Scim.TryGetAsync("Schemas");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Schemas", UriKind.Relative));
        request.Headers.Host = "scim.example.com";
        request.Headers.TryAddWithoutValidation("If-None-Match", usual.Headers.ETag!.ToString());
        using var elsewhere = await app.Scim.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.NotEqual(usual.Headers.ETag, elsewhere.Headers.ETag);
    }

    [Fact]
    public async Task Open_discovery_opens_nothing_else()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:AnonymousDiscovery"] = "true" });
        using var client = edge.App.Anonymous();
        client.BaseAddress = new Uri(edge.App.Scim.BaseAddress!, "");
        foreach (var path in Paths)
        {
            Assert.Equal((await edge.App.Scim.GetScimAsync(path)).ToJsonString(), (await client.GetScimAsync(path)).ToJsonString());
        }

        foreach (var path in (string[])["Users", "Users/x", "Groups", "Groups/x", "", "Nothing", "Me", "Bulk", ".search", "Schemas/x/y"])
        {
            await client.TryGetAsync(path).ShouldBeScimErrorAsync(401);
        }

        foreach (var path in Paths)
        {
            await client.PostAsync(new Uri(path, UriKind.Relative), null, Ct).ShouldBeScimErrorAsync(401);
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

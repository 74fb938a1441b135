using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimAnswerTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, string>> Lists => PagingTests.Lists;

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.1-known", "7643-2.5-omitted")]
    public async Task A_resource_is_the_same_alone_and_in_a_list(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        foreach (var listed in (await app.Scim.GetScimAsync($"{endpoint}?count=5")).Resources())
        {
            var alone = await app.Scim.GetScimAsync($"{endpoint}/{(string)listed["id"]!}");

            Assert.Equal(listed.ToJsonString(), alone.ToJsonString());
            Assert.Equal($"{app.Address}/scim/v2/{endpoint}/{(string)listed["id"]!}", (string)listed["meta"]!["location"]!);
            ShouldHaveNoNulls(alone);
        }
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.14-header", "7644-3.14-not-modified", "7644-3.14-weak")]
    public async Task A_client_that_has_the_version_gets_304(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var resource = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Resources()[0];
        var tag = (string)resource["meta"]!["version"]!;
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        foreach (var (sent, expected) in ((string, HttpStatusCode)[])[
            (tag, HttpStatusCode.NotModified), (tag[2..], HttpStatusCode.NotModified), ("*", HttpStatusCode.NotModified),
            ($"\"a\", {tag}, W/\"b\"", HttpStatusCode.NotModified), ("\"a\"", HttpStatusCode.OK), ("W/\"a\", \"b\"", HttpStatusCode.OK),
            (tag[3..^1], HttpStatusCode.OK), ("garbage\"", HttpStatusCode.OK), ("", HttpStatusCode.OK)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint}/{(string)resource["id"]!}", UriKind.Relative));
            request.Headers.TryAddWithoutValidation("If-None-Match", sent);
            using var response = await app.Scim.SendAsync(request, Ct);

            Assert.True(expected == response.StatusCode, $"{sent}: {response.StatusCode}");
            Assert.Equal(tag, response.Headers.ETag?.ToString());
            Assert.Equal((string)resource["meta"]!["location"]!, response.Content.Headers.ContentLocation?.OriginalString);
            Assert.Equal("private, no-cache", string.Join(", ", response.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal).Reverse()));
            var body = await response.Content.ReadAsStringAsync(Ct);
            Assert.Equal(expected == HttpStatusCode.OK, body.Length > 0);
        }
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.12-404")]
    public async Task What_is_not_there_is_a_scim_404(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var other = endpoint == "Users" ? "Groups" : "Users";
        var id = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Ids()[0];
        foreach (var path in (string[])[
            $"{endpoint}/none", $"{endpoint}/{Guid.NewGuid()}", $"{other}/{id}", $"{endpoint}/{id.ToUpperInvariant()}", $"{endpoint}/{id}%20",
            $"{endpoint}/%ED%A0%80", $"{endpoint}/%27%20or%201=1--", $"{endpoint}/{new string('x', 5000)}", $"{endpoint}/{id}/more", $"{endpoint}/a.b"])
        {
            await app.Scim.TryGetAsync(path).ShouldBeScimErrorAsync(404);
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Head_says_what_get_says_without_the_body(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var id = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Ids()[0];
        foreach (var path in (string[])[endpoint, $"{endpoint}/{id}", "ServiceProviderConfig", "Schemas", "ResourceTypes/User"])
        {
            using var get = await app.Scim.TryGetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
            using var head = await app.Scim.SendAsync(request, Ct);

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
        }
    }

    [Fact]
    public async Task Addresses_name_the_host_that_the_client_asked()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var id = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"Users/{id}", UriKind.Relative));
        request.Headers.Host = "scim.example.com:8443";
        using var response = await app.Scim.SendAsync(request, Ct);

        var user = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!;

        Assert.Equal($"http://scim.example.com:8443/scim/v2/Users/{id}", (string)user["meta"]!["location"]!);
        Assert.All(user["groups"]!.AsArray(), group => Assert.StartsWith("http://scim.example.com:8443/scim/v2/Groups/", (string)group!["$ref"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://scim.example.com", "https://scim.example.com")]
    [InlineData("https://example.com/bridge/", "https://example.com/bridge")]
    [InlineData(" https://scim.example.com/\n", "https://scim.example.com")]
    [InlineData("https://example.com/a\"b\\c", "https://example.com/a%22b/c")]
    public async Task Addresses_name_the_public_url_when_there_is_one(string setting, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob], settings: new Dictionary<string, string?> { ["PublicUrl"] = setting });
        await app.SyncAsync(cancellationToken: Ct);

        foreach (var endpoint in (string[])["Users", "Groups", "Schemas", "ResourceTypes"])
        {
            var resource = (await app.Scim.GetScimAsync(endpoint)).Resources()[0];
            Assert.StartsWith($"{expected}/scim/v2/{endpoint}/", (string)resource["meta"]!["location"]!, StringComparison.Ordinal);
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

using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Searches by POST mean what the same GET means (RFC 7644 section 3.4.3).</summary>
public sealed class SearchTests(SharedApps apps)
{
    private const string Schemas = "\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_search_answers_as_the_same_query_does(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var endpoint in (string[])["Users", "Groups", ""])
        {
            foreach (var (body, query) in ((string, string)[])[
                ("", ""), (",\"count\":0", "count=0"), (",\"startIndex\":4,\"count\":3", "startIndex=4&count=3"), (",\"filter\":\"displayName co \\\"a\\\"\"", "filter=displayName%20co%20%22a%22"),
                (",\"sortBy\":\"displayName\",\"sortOrder\":\"descending\",\"count\":5", "sortBy=displayName&sortOrder=descending&count=5"),
                (",\"attributes\":[\"displayName\",\"meta\"]", "attributes=displayName,meta"), (",\"excludedAttributes\":[\"members\",\"emails\"]", "excludedAttributes=members,emails"),
                (",\"FILTER\":\"id pr\",\"Count\":2,\"attributes\":[],\"unknown\":{},\"sortBy\":null", "filter=id%20pr&count=2")])
            {
                using var found = await PostAsync(app.Scim, endpoint, $"{{{Schemas}{body}}}");
                var text = await found.Content.ReadAsStringAsync(Ct);

                Assert.True(found.IsSuccessStatusCode, $"{endpoint} {body}: {text}");
                Assert.Equal((await app.Scim.GetScimAsync($"{endpoint}?{query}")).ToJsonString(), JsonNode.Parse(text)!.ToJsonString());
            }
        }
    }

    [Fact]
    public async Task A_search_walks_by_cursor()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var ids = new List<string>();
        var cursor = "";
        do
        {
            using var found = await PostAsync(app.Scim, "Users", $"{{{Schemas},\"count\":100,\"cursor\":\"{cursor}\",\"filter\":\"id pr\"}}");
            var page = JsonNode.Parse(await found.Content.ReadAsStringAsync(Ct))!.AsObject();
            ids.AddRange(page.Ids());
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.Equal((await app.Scim.GetScimAsync("Users?count=1000")).Ids(), ids);
    }

    [Theory]
    [InlineData("", "invalidSyntax")]
    [InlineData("x", "invalidSyntax")]
    [InlineData("[]", "invalidSyntax")]
    [InlineData("null", "invalidSyntax")]
    [InlineData("{}", "invalidSyntax")]
    [InlineData("{\"schemas\":\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"}", "invalidSyntax")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}", "invalidSyntax")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":1,\"COUNT\":2}", "invalidSyntax")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"\\ud800\"}", "invalidSyntax")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":\"1\"}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":1.5}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"startIndex\":true}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":7}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"attributes\":\"userName\"}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"attributes\":[1]}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"sortBy\":\"name\"}", "invalidValue")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"\"}", "invalidFilter")]
    [InlineData("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"attributes\":[\"id\"],\"excludedAttributes\":[\"meta\"]}", "invalidValue")]
    public async Task A_body_that_is_no_search_is_refused(string body, string scimType)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var endpoint in (string[])["Users", "Groups", ""])
        {
            using var response = await PostAsync(app.Scim, endpoint, body);
            await response.ShouldBeScimErrorAsync(400, scimType);
        }
    }

    [Fact]
    public async Task A_search_is_a_POST()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users/.search", "Groups/.search", ".search"])
        {
            using var response = await app.Scim.TryGetAsync(path);
            await response.ShouldBeScimErrorAsync(405);
            Assert.Equal(["POST"], response.Content.Headers.Allow);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string endpoint, string body) =>
        client.TrySearchAsync(endpoint.Length == 0 ? ".search" : $"{endpoint}/.search", body);
}

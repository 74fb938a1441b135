using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Entity tags of lists: an idle poll is a 304, and a change is never missed (RFC 7644 section 3.14).</summary>
public sealed class ListEntityTagTests(SharedApps apps)
{
    private static readonly string[] Paths =
    [
        "Users", "Groups", "", "Users?count=0", "Users?startIndex=3&count=2", "Users?filter=userName%20pr", "Users?filter=userName%20pr&sortBy=userName", "Users?attributes=userName",
        "Groups?excludedAttributes=members", "Users?sortBy=userName&sortOrder=descending", "?filter=displayName%20pr",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_client_that_has_the_list_gets_304(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var path in Paths)
        {
            using var first = await app.Scim.TryGetAsync(path);
            var tag = first.Headers.ETag!.ToString();
            Assert.Equal(["no-cache", "private"], first.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));
            foreach (var (sent, expected) in ((string, HttpStatusCode)[])[
                (tag, HttpStatusCode.NotModified), (tag[2..], HttpStatusCode.NotModified), ("*", HttpStatusCode.NotModified), ($"\"a\", {tag}", HttpStatusCode.NotModified),
                ("W/\"a\"", HttpStatusCode.OK)])
            {
                using var response = await GetAsync(app.Scim, path, sent);

                Assert.True(expected == response.StatusCode, $"{path} {sent}: {response.StatusCode}");
                Assert.Equal(tag, response.Headers.ETag?.ToString());
                Assert.Equal(expected == HttpStatusCode.OK, (await response.Content.ReadAsByteArrayAsync(Ct)).Length > 0);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_question_of_each_directory_has_a_tag_of_its_own(string provider)
    {
        var app = await apps.OnAsync(provider);
        using var other = app.ClientOf("globex");
        var tags = new List<string>();
        foreach (var client in (HttpClient[])[app.Scim, other])
        {
            foreach (var path in Paths)
            {
                using var response = await client.TryGetAsync(path);
                tags.Add(response.Headers.ETag!.Tag);
            }
        }

        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_moves_the_tags_and_a_sync_without_one_does_not(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var simulator = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [simulator]);
        await app.SyncAsync(cancellationToken: Ct);
        var tags = await TagsAsync(app.Scim);

        await app.SyncAsync(cancellationToken: Ct);
        Assert.Equal(tags, await TagsAsync(app.Scim));

        simulator.Company.Update(simulator.Company.People[0].Id, "work.title", "Pilot");
        await app.SyncAsync(cancellationToken: Ct);
        Assert.Empty(tags.Intersect(await TagsAsync(app.Scim)));
    }

    [Fact]
    public async Task What_is_wrong_is_an_error_also_for_a_client_that_has_something()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users?filter=x", "Users?startIndex=x", "Users?sortBy=nothing", "Users/none"])
        {
            using var response = await GetAsync(app.Scim, path, "*");
            Assert.InRange((int)response.StatusCode, 400, 404);
            Assert.Null(response.Headers.ETag);
        }
    }

    [Fact]
    public async Task Pages_of_a_walk_and_searches_have_no_tag()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var walk = await GetAsync(app.Scim, "Users?cursor=&count=1", "*");
        using var search = await app.Scim.PostAsJsonAsync(
            new Uri("Users/.search", UriKind.Relative), new JsonObject { ["schemas"] = new JsonArray("urn:ietf:params:scim:api:messages:2.0:SearchRequest") }, Ct);
        foreach (var response in (HttpResponseMessage[])[walk, search])
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null(response.Headers.ETag);
        }
    }

    private static async Task<List<string>> TagsAsync(HttpClient client)
    {
        var tags = new List<string>();
        foreach (var path in Paths)
        {
            using var response = await client.TryGetAsync(path);
            tags.Add(response.Headers.ETag!.Tag);
        }

        return tags;
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await client.SendAsync(request, Ct);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A token reads what its scopes name, and nothing else.</summary>
public sealed class TokenScopeTests
{
    private const string Search = $$"""{"schemas":["{{ScimSearches.SearchRequest}}"]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-2-policy")]
    public async Task Each_route_asks_for_its_scope(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var user = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        var group = (await app.Scim.GetScimAsync("Groups?count=1")).Ids()[0];
        foreach (var scopes in (string[][])[
            ["read_users"], ["read_groups"], ["reports"], ["read_users", "read_groups"], ["read_users", "reports"], ["read_groups", "reports"],
            ["read_users", "read_groups", "reports"]])
        {
            var (token, _) = await app.MakeTokenAsync(string.Join(' ', scopes), scopes);
            using var scim = app.Scimming(token);
            using var odata = app.Bearing(token, "/odata/");
            var (users, groups) = (scopes.Contains("read_users"), scopes.Contains("read_groups"));
            foreach (var (endpoint, may) in ((string, bool)[])[
                ("Users", users), ($"Users/{user}", users), ("Users/none", users), ("Users?filter=bad", users), ("Users?cursor&count=1", users), ("Users?count=0", users),
                ("Groups", groups), ($"Groups/{group}", groups), ("Groups/none", groups), ("Groups?filter=bad", groups), ("Groups?cursor&count=1", groups),
                ("", users || groups), ("?count=0", users || groups)])
            {
                using var response = await scim.TryGetAsync(endpoint);
                if (may)
                {
                    Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
                    continue;
                }

                Assert.Contains("scope", await response.ShouldBeScimErrorAsync(403), StringComparison.Ordinal);
                Assert.Contains("insufficient_scope", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
                using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(endpoint, UriKind.Relative));
                using var headed = await scim.SendAsync(head, Ct);
                Assert.Equal(HttpStatusCode.Forbidden, headed.StatusCode);
            }

            foreach (var (endpoint, may) in ((string, bool)[])[("Users/.search", users), ("Groups/.search", groups), (".search", users || groups)])
            {
                using var response = await scim.TrySearchAsync(endpoint, Search);
                Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
            }

            if (users || groups)
            {
                var expected = new[] { users ? "User" : null, groups ? "Group" : null }.OfType<string>();
                Assert.Equal(expected, TypesOf(await scim.GetScimAsync("?count=1000")));
                Assert.Equal(expected, TypesOf(await scim.SearchAsync(".search", Search)));
            }

            foreach (var path in (string[])["ServiceProviderConfig", "ResourceTypes", "ResourceTypes/User", "Schemas", "Schemas/urn:ietf:params:scim:schemas:core:2.0:Group"])
            {
                Assert.Equal(200, await scim.StatusAsync(path));
            }

            foreach (var path in (string[])["", "$metadata", "Users", "Groups", "SyncRuns", "Users?$filter=bad"])
            {
                var (may, status) = (scopes.Contains("reports"), await odata.StatusAsync(path));
                Assert.True(may ? status is 200 or 400 : status == 403, $"{path} with {string.Join(' ', scopes)}: {status}");
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_list_of_one_token_never_answers_for_one_with_other_scopes(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var clients = new List<HttpClient>();
        foreach (var scopes in (string[][])[["read_users", "read_groups"], ["read_users"], ["read_groups"]])
        {
            clients.Add(app.Scimming((await app.MakeTokenAsync(string.Join(' ', scopes), scopes)).Token));
        }

        var tags = new List<string>();
        foreach (var client in clients)
        {
            using var response = await client.TryGetAsync("");
            tags.Add(response.Headers.ETag!.ToString());
        }

        for (var index = 0; index < clients.Count; index++)
        {
            for (var tag = 0; tag < tags.Count; tag++)
            {
                Assert.Equal(tag == index ? 304 : 200, await ConditionalAsync(clients[index], "", tags[tag]));
            }
        }

        // Whether it opens the reports too makes no other list; the settings' token does.
        using var whole = await app.Scim.TryGetAsync("");
        Assert.Equal(tags[0], whole.Headers.ETag!.ToString());
        using var users = await clients[0].TryGetAsync("Users");
        Assert.Equal(200, await ConditionalAsync(clients[1], "Users", users.Headers.ETag!.ToString()));
        Assert.Equal(403, await ConditionalAsync(clients[2], "Users", users.Headers.ETag!.ToString()));
        clients.ForEach(client => client.Dispose());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-5.2-permissions")]
    public async Task A_cursor_is_good_for_tokens_of_the_same_scopes_only(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        using var both = app.Scimming((await app.MakeTokenAsync("both", "read_users", "read_groups")).Token);
        using var users = app.Scimming((await app.MakeTokenAsync("users", "read_users")).Token);
        using var groups = app.Scimming((await app.MakeTokenAsync("groups", "read_groups")).Token);
        var cursor = (string)(await both.GetScimAsync("Users?count=2&cursor="))["nextCursor"]!;
        var ofUsers = (string)(await users.GetScimAsync("Users?count=2&cursor="))["nextCursor"]!;

        await users.TryGetAsync($"Users?count=2&cursor={cursor}").ShouldBeScimErrorAsync(400, "invalidCursor");
        await both.TryGetAsync($"Users?count=2&cursor={ofUsers}").ShouldBeScimErrorAsync(400, "invalidCursor");
        await groups.TryGetAsync($"Users?count=2&cursor={cursor}").ShouldBeScimErrorAsync(403);
        var expected = (await both.GetScimAsync($"Users?count=2&cursor={cursor}")).Ids();
        Assert.Equal(expected, (await app.Scim.GetScimAsync($"Users?count=2&cursor={cursor}")).Ids());
        Assert.Equal(expected, (await users.GetScimAsync($"Users?count=2&cursor={ofUsers}")).Ids());
    }

    private static IEnumerable<string> TypesOf(JsonObject list) =>
        list.Resources().Select(resource => (string)resource["meta"]!["resourceType"]!).Distinct();

    private static async Task<int> ConditionalAsync(HttpClient client, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await client.SendAsync(request, Ct);
        return (int)response.StatusCode;
    }
}

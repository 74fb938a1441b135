using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class IsolationTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-2-policy", "7644-6-tenants", "7643-3.1-external-id-scope")]
    public async Task A_token_never_reaches_another_directory(string provider)
    {
        var app = await apps.OnAsync(provider);
        using var globex = app.ClientOf("globex");
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var acmes = (await app.Scim.GetScimAsync($"{endpoint}?count=1000")).Resources();
            var globexs = (await globex.GetScimAsync($"{endpoint}?count=1000")).Resources();
            Assert.NotEmpty(globexs);
            Assert.Empty(acmes.Select(resource => (string)resource["id"]!).Intersect(globexs.Select(resource => (string)resource["id"]!)));
            Assert.Equal(globexs.Count, (int)(await globex.FilterAsync(endpoint, "id pr"))["totalResults"]!);
            foreach (var (client, others) in ((HttpClient, List<System.Text.Json.Nodes.JsonObject>)[])[(app.Scim, globexs), (globex, acmes)])
            {
                foreach (var id in others.Take(10).Select(resource => (string)resource["id"]!))
                {
                    await client.TryGetAsync($"{endpoint}/{id}").ShouldBeScimErrorAsync(404);
                    Assert.Empty((await client.FilterAsync(endpoint, $"id eq \"{id}\"")).Ids());
                }
            }
        }

        var address = (string)(await globex.GetScimAsync("Users?count=1")).Resources()[0]["emails"]![0]!["value"]!;
        Assert.Single((await globex.FilterAsync("Users", $"emails.value eq \"{address}\"")).Ids());
        Assert.Empty((await app.Scim.FilterAsync("Users", $"emails.value eq \"{address}\"")).Ids());
        Assert.Equal(SharedApps.People, (int)(await app.Scim.FilterAsync("Users", $"emails.value ne \"{address}\""))["totalResults"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_that_was_never_read_is_unavailable_and_not_empty(string provider)
    {
        var app = await apps.OnAsync(provider);
        using var client = app.ClientOf("initech");
        foreach (var path in (string[])["Users", "Groups", "Users/x", "Groups/x", "Users?filter=id%20eq%20%22x%22", "Users?count=0", "Users?filter=bad"])
        {
            using var response = await client.TryGetAsync(path);

            await response.ShouldBeScimErrorAsync(503);
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        }
    }
}

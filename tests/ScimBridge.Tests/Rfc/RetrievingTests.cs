using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>The examples of RFC 7644 sections 3.4.1, 3.4.2, 3.4.2.1 and 3.4.2.4.</summary>
public sealed class RetrievingTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.1-known", "7643-3.1-location", "7644-3.14-header", "7644-3.14-meta", "7644-3.14-weak", "7643-3.1-meta")]
    public async Task Section_3_4_1_a_known_resource_comes_with_its_version_and_its_address(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var id = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Ids()[0];
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint}/{id}", UriKind.Relative));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/scim+json"));
            using var response = await app.Scim.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/scim+json", response.Content.Headers.ContentType?.ToString());
            var resource = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
            Assert.Equal(id, resource.TextAt("id"));
            Assert.Equal(endpoint.TrimEnd('s'), resource.TextAt("meta", "resourceType"));
            Assert.StartsWith("W/\"", resource.TextAt("meta", "version"), StringComparison.Ordinal);
            Assert.Equal(resource.TextAt("meta", "version"), response.Headers.ETag?.ToString());
            Assert.Equal($"{app.Address}/scim/v2/{endpoint}/{id}", resource.TextAt("meta", "location"));
            Assert.Equal(resource.TextAt("meta", "location"), response.Content.Headers.ContentLocation?.ToString());
            Assert.Equal(["created", "lastModified", "location", "resourceType", "version"], resource["meta"]!.AsObject().Members().Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2-list-response", "7644-3.4.2-total", "7644-3.4.2-resources", "7644-3.9-attributes", "7644-3.9-minimum")]
    public async Task Section_3_4_2_every_user_with_the_userName_alone(string provider)
    {
        var app = await apps.OnAsync(provider);

        var list = await app.Scim.GetScimAsync("Users?attributes=userName&count=1000");

        Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
        Assert.Equal(SharedApps.People, (int)list["totalResults"]!);
        Assert.Equal(SharedApps.People, list.Resources().Count);
        Assert.All(list.Resources(), user => Assert.Equal(["id", "schemas", "userName"], user.Members().Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2-none", "7644-3.4.2-list-response")]
    public async Task Section_3_4_2_nothing_found_is_a_good_answer_with_a_total_of_zero(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var list = await app.Scim.GetScimAsync($"{endpoint}?filter={Uri.EscapeDataString("displayName eq \"nobody and nothing\"")}");

            Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
            Assert.Equal(0, (int)list["totalResults"]!);
            Assert.Empty(list["Resources"]!.AsArray());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.1-root", "7644-3.4.2.1-same-filters")]
    public async Task Section_3_4_2_1_the_base_URL_has_users_and_groups(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        var groups = (await app.Scim.GetScimAsync("Groups?count=1000")).Resources();
        var someone = users[0].TextAt("displayName")!;
        foreach (var (filter, expected) in ((string, IEnumerable<JsonObject>)[])[
            ("", users.Concat(groups)), ("(meta.resourceType eq \"User\") or (meta.resourceType eq \"Group\")", users.Concat(groups)),
            ("meta.resourceType eq \"User\"", users), ("meta.resourceType eq \"Group\"", groups),
            ($"displayName eq {someone.Quoted()}", users.Concat(groups).Where(resource => Same(resource.TextAt("displayName"), someone)))])
        {
            var list = await app.Scim.GetScimAsync($"?count=1000{(filter.Length == 0 ? "" : $"&filter={Uri.EscapeDataString(filter)}")}");

            Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
            Assert.Equal(expected.Select(Json).Order(StringComparer.Ordinal), list.Resources().Select(Json).Order(StringComparer.Ordinal));
            Assert.Equal(expected.Count(), (int)list["totalResults"]!);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.1-missing")]
    public async Task Section_3_4_2_1_an_attribute_of_users_has_no_value_in_groups(string provider)
    {
        var app = await apps.OnAsync(provider);
        var groups = (int)(await app.Scim.GetScimAsync("Groups?count=0"))["totalResults"]!;
        foreach (var (filter, total) in ((string, int)[])[
            ("userName pr", SharedApps.People), ("not (userName pr)", groups), ("userName eq \"nobody\"", 0), ("members pr and userName pr", 0)])
        {
            var list = await app.Scim.GetScimAsync($"?count=0&filter={Uri.EscapeDataString(filter)}");
            Assert.True(total == (int)list["totalResults"]!, $"{filter}: {list["totalResults"]}");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2-partial", "7644-3.4.2.4-count", "7644-3.4.2.4-integers")]
    public async Task Section_3_4_2_4_the_first_ten_and_the_ten_after_them(string provider)
    {
        var app = await apps.OnAsync(provider);
        var all = (await app.Scim.GetScimAsync("Users?count=1000")).Ids();
        foreach (var start in (int[])[1, 11])
        {
            var page = await app.Scim.GetScimAsync($"Users?startIndex={start}&count=10");

            // As JSON text, because a client that gets "230" for 230 stops here.
            Assert.Equal(
                [$"{SharedApps.People}", "10", $"{start}"], ((string[])["totalResults", "itemsPerPage", "startIndex"]).Select(name => page[name]!.ToJsonString()));
            Assert.Equal(all.Skip(start - 1).Take(10), page.Ids());
        }
    }

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Json(JsonObject resource) => resource.ToJsonString();
}

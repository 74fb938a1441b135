using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Clients;

/// <summary>Okta as it imports users and groups from a SCIM server.</summary>
/// <remarks>
/// What it sends: https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/ ("Retrieve Users", "Retrieve Groups",
/// "Determine if the User already exists"). The connection test's two resources are as Delinea documents them:
/// https://docs.delinea.com/online-help/delinea-platform/scim/okta-scim-provisioning/okta-scim-endpoint-reference.htm.
/// </remarks>
public sealed class OktaTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_connection_test_gets_two_users_and_two_groups(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var page = await okta.ListStrictlyAsync($"{endpoint}?startIndex=1&count=2");

            Assert.Equal((1, 2), ((int)page["startIndex"]!, (int)page["itemsPerPage"]!));
            Assert.True((int)page["totalResults"]! > 200);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_import_walks_a_hundred_at_a_time_and_sees_everybody_once_in_one_order(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var first = await WalkAsync(okta, endpoint);
            var second = await WalkAsync(okta, endpoint);

            Assert.Equal(first.Count, first.Select(resource => resource.TextAt("id")).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(first.Select(resource => resource.ToJsonString()), second.Select(resource => resource.ToJsonString()));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_import_has_the_inactive_too_and_what_Okta_makes_a_profile_of(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));

        var users = await WalkAsync(okta, "Users");

        Assert.Equal(SharedApps.People, users.Count);
        Assert.Contains(users, user => !(bool)user["active"]!);
        Assert.All(users, user => Assert.NotEmpty(user.TextAt("userName")!));
        Assert.All(users.Where(user => user.ContainsKey("emails")), user => Assert.Single(user.ValuesOf("emails"), email => (bool?)email["primary"] == true));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whether_somebody_exists_is_asked_by_the_exact_userName(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));
        var user = (await okta.ListStrictlyAsync("Users?startIndex=101&count=100")).Resources()[7];

        var found = await okta.ListStrictlyAsync($"Users?filter=userName%20eq%20{Uri.EscapeDataString(user.TextAt("userName")!.Quoted())}&startIndex=1&count=100");
        var none = await okta.ListStrictlyAsync("Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100");

        Assert.Equal(user.ToJsonString(), Assert.Single(found.Resources()).ToJsonString());
        Assert.Equal("[0,1,0,[]]", new JsonArray([.. ((string[])["totalResults", "startIndex", "itemsPerPage", "Resources"]).Select(member => none[member]!.DeepClone())]).ToJsonString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_group_is_found_by_its_name_and_read_alone_with_its_members(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));
        var group = (await WalkAsync(okta, "Groups")).First(group => group.ContainsKey("members"));

        var found = await okta.ListStrictlyAsync($"Groups?filter=displayName%20eq%20{Uri.EscapeDataString(group.TextAt("displayName")!.Quoted())}&startIndex=1&count=100");
        var alone = await okta.GetStrictlyAsync($"Groups/{group.TextAt("id")}");

        Assert.Equal(group.ToJsonString(), Assert.Single(found.Resources()).ToJsonString());
        Assert.Equal(group.ToJsonString(), alone.ToJsonString());
        Assert.All(alone.ValuesOf("members"), member => Assert.NotEmpty(member.TextAt("value")!));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_who_is_not_there_is_a_404_with_a_reason(string provider)
    {
        using var okta = ClientOf(await apps.OnAsync(provider));

        Assert.NotEmpty(await okta.TryGetAsync("Users/010101001010101011001010101011").ShouldBeScimErrorAsync(404));
    }

    private static HttpClient ClientOf(ScimBridgeApp app)
    {
        var client = app.ClientOf("acme");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Okta SCIM Client 1.0.0");
        return client;
    }

    private static async Task<List<JsonObject>> WalkAsync(HttpClient okta, string endpoint)
    {
        var all = new List<JsonObject>();
        for (var (start, total) = (1, 1); start <= total; start += 100)
        {
            var page = await okta.ListStrictlyAsync($"{endpoint}?startIndex={start}&count=100");
            Assert.Equal(start, (int)page["startIndex"]!);
            total = (int)page["totalResults"]!;
            all.AddRange(page.Resources());
        }

        return all;
    }
}

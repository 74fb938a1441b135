using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ProjectionTests(SharedApps apps)
{
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:User";
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-attributes", "7644-3.9-minimum", "7643-2.1-name-case")]
    public async Task An_answer_has_the_attributes_asked_for_and_those_always_returned(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];
        foreach (var (attributes, expected) in ((string, string[])[])[
            ("userName", ["schemas", "id", "userName"]),
            ("USERNAME,externalid", ["schemas", "id", "userName", "externalId"]),
            ($"{Core}:userName", ["schemas", "id", "userName"]),
            ("id", ["schemas", "id"]),
            ("nothingKnown", ["schemas", "id"]),
            ("meta.location", ["schemas", "id", "meta"]),
            ("name.familyName , active", ["schemas", "id", "name", "active"]),
            ($"{Enterprise}:department", ["schemas", "id", Enterprise])])
        {
            foreach (var path in (string[])["Users?count=1&", $"Users/{(string)whole["id"]!}?"])
            {
                var answer = await app.Scim.GetScimAsync($"{path}attributes={Uri.EscapeDataString(attributes)}");
                var user = answer.ContainsKey("Resources") ? Assert.Single(answer.Resources()) : answer;

                Assert.Equal(expected.Order(StringComparer.Ordinal), user.Select(member => member.Key).Order(StringComparer.Ordinal));
                foreach (var (name, value) in user.Where(member => member.Value is JsonValue))
                {
                    Assert.Equal(whole[name]!.ToJsonString(), value!.ToJsonString());
                }
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-excluded", "7644-3.9-minimum")]
    public async Task An_answer_lacks_what_is_excluded_but_never_what_is_always_returned(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];

        var user = await app.Scim.GetScimAsync(
            $"Users/{(string)whole["id"]!}?excludedAttributes={Uri.EscapeDataString($"id,schemas,userName,name.givenName,groups,{Enterprise}")}");

        Assert.Equal(
            whole.Select(member => member.Key).Except(["userName", "groups", Enterprise]), user.Select(member => member.Key));
        Assert.False(user["name"]!.AsObject().ContainsKey("givenName"));
        Assert.DoesNotContain(Enterprise, user["schemas"]!.AsArray().Select(schema => (string)schema!));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-excluded")]
    public async Task Excluding_members_leaves_the_rest_of_every_group_as_it_is(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = await app.Scim.GetScimAsync("Groups?count=1000");
        Assert.Contains(whole.Resources(), group => group.ContainsKey("members"));
        foreach (var name in (string[])["members", "Members", "urn:ietf:params:scim:schemas:core:2.0:Group:members"])
        {
            var groups = await app.Scim.GetScimAsync($"Groups?count=1000&excludedAttributes={Uri.EscapeDataString(name)}");

            Assert.Equal(whole.Ids(), groups.Ids());
            foreach (var (with, without) in whole.Resources().Zip(groups.Resources()))
            {
                with.Remove("members");
                Assert.Equal(with.ToJsonString(), without.ToJsonString());
                whole = await app.Scim.GetScimAsync("Groups?count=1000");
                break;
            }

            Assert.DoesNotContain(groups.Resources(), group => group.ContainsKey("members"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Both_parameters_at_once_are_refused(string provider)
    {
        var app = await apps.OnAsync(provider);
        var id = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        foreach (var path in (string[])["Users", "Groups", $"Users/{id}"])
        {
            await app.Scim.TryGetAsync($"{path}?attributes=userName&excludedAttributes=meta").ShouldBeScimErrorAsync(400, "invalidValue");
        }

        await app.Scim.GetScimAsync("Users?count=1&attributes=userName&excludedAttributes=");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_filter_sees_attributes_that_the_answer_lacks(string provider)
    {
        var app = await apps.OnAsync(provider);

        var found = await app.Scim.GetScimAsync($"Users?attributes=externalId&filter={Uri.EscapeDataString("userName eq \"WEISS@example.com\"")}");

        Assert.Equal(["externalId", "id", "schemas"], Assert.Single(found.Resources()).Select(member => member.Key).Order(StringComparer.Ordinal));
    }
}

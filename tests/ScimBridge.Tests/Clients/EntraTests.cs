using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Clients;

/// <summary>Microsoft Entra's provisioning service, as far as it reads: connection test, matching, account discovery.</summary>
/// <remarks>
/// What it sends and wants: https://learn.microsoft.com/en-us/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups.
/// That account discovery reads all users page by page:
/// https://learn.microsoft.com/en-us/entra/identity/app-provisioning/how-to-account-discovery.
/// </remarks>
public sealed class EntraTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_connection_test_asks_for_somebody_random_and_wants_an_empty_list(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var query in (string[])[
            $"Users?filter=userName+eq+%22{Guid.NewGuid()}%22", $"Users?filter=externalId eq \"{Guid.NewGuid()}\"", $"Users?filter=id eq \"{Guid.NewGuid()}\"",
            $"Users?filter=emails[type eq \"work\"].value eq \"{Guid.NewGuid()}\"", $"Groups?excludedAttributes=members&filter=displayName eq \"{Guid.NewGuid()}\"",
            "Users?filter=userName eq \"non-existent user\""])
        {
            var list = await app.Scim.ListStrictlyAsync(query);

            Assert.Equal(0, (int)list["totalResults"]!);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_is_matched_by_any_attribute_that_an_administrator_may_choose(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        foreach (var user in (JsonObject[])[users[0], users[100], users.First(user => !(bool)user["active"]!)])
        {
            var userName = $"userName eq {user.TextAt("userName")!.Quoted()}";
            var externalId = $"externalId eq {user.TextAt("externalId")!.Quoted()}";
            var work = $"emails[type eq \"work\"].value eq {user.ValuesOf("emails").Single(email => email.TextAt("type") == "work").TextAt("value")!.Quoted()}";
            foreach (var filter in (string[])[userName, externalId, work, $"id eq {user.TextAt("id")!.Quoted()}", $"{userName} and {externalId}", $"{externalId} and {work}"])
            {
                var found = await app.Scim.ListStrictlyAsync($"Users?filter={Uri.EscapeDataString(filter)}");

                Assert.True(user.ToJsonString() == Assert.Single(found.Resources()).ToJsonString(), filter);
            }

            Assert.Empty((await app.Scim.ListStrictlyAsync($"Users?filter={Uri.EscapeDataString($"{userName} and externalId eq \"another\"")}")).Ids());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Groups_are_always_read_without_their_members(string provider)
    {
        var app = await apps.OnAsync(provider);
        var group = (await app.Scim.GetScimAsync("Groups?count=1000")).Resources().First(group => group.ContainsKey("members"));

        var alone = await app.Scim.GetStrictlyAsync($"Groups/{group.TextAt("id")}?excludedAttributes=members");
        var found = await app.Scim.ListStrictlyAsync($"Groups?excludedAttributes=members&filter={Uri.EscapeDataString($"displayName eq {group.TextAt("displayName")!.Quoted()}")}");
        var all = await app.Scim.ListStrictlyAsync("Groups?excludedAttributes=members&count=1000");

        group.Remove("members");
        Assert.Equal(group.ToJsonString(), alone.ToJsonString());
        Assert.Equal(group.ToJsonString(), Assert.Single(found.Resources()).ToJsonString());
        Assert.DoesNotContain(all.Resources(), other => other.ContainsKey("members"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whether_somebody_is_a_member_is_asked_with_a_filter(string provider)
    {
        var app = await apps.OnAsync(provider);
        var group = (await app.Scim.GetScimAsync("Groups?count=1000")).Resources().First(group => group.ContainsKey("members"));
        var (id, member) = (group.TextAt("id")!, group.ValuesOf("members").First().TextAt("value")!);

        var found = await app.Scim.ListStrictlyAsync($"Groups?attributes=id&filter={Uri.EscapeDataString($"id eq \"{id}\" and members eq \"{member}\"")}");
        var none = await app.Scim.ListStrictlyAsync($"Groups?attributes=id&filter={Uri.EscapeDataString($"id eq \"{id}\" and members eq \"{Guid.NewGuid()}\"")}");

        Assert.Equal([id], found.Ids());
        Assert.Empty(none.Ids());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Group_names_are_unique_and_so_are_the_types_of_values(string provider)
    {
        var app = await apps.OnAsync(provider);
        var names = (await app.Scim.GetScimAsync("Groups?count=1000&excludedAttributes=members")).Resources().Select(group => group.TextAt("displayName")!.ToUpperInvariant()).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        foreach (var user in (await app.Scim.GetScimAsync("Users?count=1000")).Resources())
        {
            foreach (var attribute in (string[])["emails", "phoneNumbers", "addresses"])
            {
                var types = user.ValuesOf(attribute).Select(value => value.TextAt("type")).ToList();
                Assert.Equal(types.Distinct(StringComparer.Ordinal), types);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Account_discovery_pages_through_everybody_the_inactive_too(string provider)
    {
        var app = await apps.OnAsync(provider);
        var all = new List<JsonObject>();
        while (all.Count < SharedApps.People)
        {
            all.AddRange((await app.Scim.ListStrictlyAsync($"Users?startIndex={all.Count + 1}&count=50")).Resources());
        }

        Assert.Equal(SharedApps.People, all.Select(user => user.TextAt("id")).Distinct(StringComparer.Ordinal).Count());
        var gone = all.First(user => !(bool)user["active"]!);
        Assert.Equal(gone.ToJsonString(), (await app.Scim.GetStrictlyAsync($"Users/{gone.TextAt("id")}")).ToJsonString());
    }

    [Fact]
    public async Task The_schemas_have_no_nulls_and_spell_characteristics_in_camel_case()
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        var schemas = await app.Scim.ListStrictlyAsync("Schemas");

        var attributes = schemas.Resources().SelectMany(schema => schema.ValuesOf("attributes")).ToList();
        foreach (var attribute in attributes.Concat(attributes.SelectMany(attribute => attribute.ValuesOf("subAttributes"))))
        {
            Assert.All((string[])["type", "mutability", "returned", "uniqueness"], characteristic => Assert.Matches("^[a-z]+([A-Z][a-z]+)?$", attribute.TextAt(characteristic)!));
        }

        Assert.Equal("User", (await app.Scim.ListStrictlyAsync("ResourceTypes")).Resources()[0].TextAt("name"));
    }

    [Theory]
    [InlineData("userName eq Test_User_dfeef4c5-5681-4387-b016-bdf221e82081")]
    [InlineData("userName eq non-existent user")]
    [InlineData("displayName eq displayName")]
    [InlineData("externalId eq 58342554-38d6-4ec8-948c-50044d0a33fd")]
    public async Task A_value_without_its_quotes_is_refused_and_never_an_empty_list(string filter)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            await app.Scim.TryGetAsync($"{endpoint}?filter={Uri.EscapeDataString(filter)}").ShouldBeScimErrorAsync(400, "invalidFilter");
        }
    }

    [Fact]
    public async Task Every_answer_has_exactly_the_one_media_type()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users?count=1", "Users/none", "Groups?count=1", "Schemas", "ResourceTypes", "ServiceProviderConfig", "Users?filter=x", "Nothing"])
        {
            using var response = await app.Scim.TryGetAsync(path);
            Assert.Equal("application/scim+json", response.Content.Headers.ContentType?.ToString());
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(JsonValueKind.Object, body.RootElement.ValueKind);
        }
    }
}

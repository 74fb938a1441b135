using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Mapping;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Tests.Admin;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Tokens that show a part of a directory: how they are made, what their clients are told, and what happens when the part is there no longer.</summary>
public sealed class RestrictedTokenTests
{
    private const string Tokens = "directories/acme/tokens";
    private const string Enterprise = ScimSchemaUris.EnterpriseUser;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_restriction_is_shown_and_kept_by_rotation(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var app = scenario.App;
        var (_, id) = await app.MakeTokenAsync("acme", new
        {
            name = "part",
            scopes = new[] { "read_users", "read_groups" },
            attributes = new[] { " userName", $"{Enterprise}:department", "USERNAME" },
            filters = new { users = " active eq true ", groups = (string?)null },
        });

        var (token, successor) = await app.RotateTokenAsync(id, overlapHours: 0);

        foreach (var shown in new[] { await app.TokenAsync(id), await app.TokenAsync(successor) })
        {
            Assert.Equal(["userName", $"{Enterprise}:department"], shown.GetProperty("attributes").EnumerateArray().Select(name => name.GetString()));
            Assert.Equal("""{"users":"active eq true","groups":null}""", shown.GetProperty("filters").GetRawText());
        }

        using var scim = app.Scimming(token);
        Assert.All((await scim.GetScimAsync("Users")).Resources(), user => Assert.DoesNotContain("active", user.Members()));
        using var api = app.AdminApi();
        var audit = await api.GetStringAsync("audit?directory=acme", Ct);
        Assert.Contains("of a part of the directory", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("active eq", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"attributes":[]}""", "attributes must name 1 to 200")]
    [InlineData("""{"attributes":["userName",null]}""", "attributes must name 1 to 200")]
    [InlineData("""{"attributes":["userName","nosuch"]}""", "attributes[1]: the directory has no 'nosuch'; expected an attribute")]
    [InlineData("""{"attributes":["name.nosuch"]}""", "attributes[0]")]
    [InlineData("""{"attributes":["password"]}""", "attributes[0]")]
    [InlineData("""{"attributes":["userName,title"]}""", "attributes[0]")]
    [InlineData("""{"attributes":["urn:ietf:params:scim:schemas:core:2.0:Schema"]}""", "attributes[0]")]
    [InlineData("""{"attributes":"userName"}""", "$.attributes")]
    [InlineData("""{"filters":{"users":""}}""", "A filter in filters must say something")]
    [InlineData("""{"filters":{"users":"active eq"}}""", "filters.users: ")]
    [InlineData("""{"filters":{"users":"active eq \"x\""}}""", "filters.users: The filter is wrong at character 11")]
    [InlineData("""{"filters":{"groups":"active eq true"}}""", "filters.groups: The filter is wrong at character 1")]
    [InlineData("""{"filters":{"people":"active eq true"}}""", "$.filters.people")]
    [InlineData("""{"scopes":["read_users","reports"],"filters":{"users":"active eq true"}}""", "leave out the scope reports")]
    [InlineData("""{"scopes":["reports"],"attributes":["userName"]}""", "leave out the scope reports")]
    public async Task A_restriction_that_means_nothing_is_refused_with_what_was_expected_where(string restriction, string told)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        var body = JsonNode.Parse(restriction)!.AsObject();
        body["name"] = "part";
        body["scopes"] ??= new JsonArray("read_users");

        using var response = await host.Api().PostAsJsonAsync("api/v1/" + Tokens, body, Ct);

        Assert.Contains(told, await AdminApiTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_of_a_token_has_the_limits_of_every_filter()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        foreach (var filter in new[]
        {
            string.Join(" or ", Enumerable.Repeat("active eq true", 201)), $"userName eq \"{new string('x', 8200)}\"", new string('(', 33) + "active eq true" + new string(')', 33),
        })
        {
            using var response = await host.Api().PostAsJsonAsync("api/v1/" + Tokens, new { name = "part", scopes = new[] { "read_users" }, filters = new { users = filter } }, Ct);

            Assert.Contains("filters.users: ", await AdminApiTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_hidden_is_refused_in_the_words_for_what_does_not_exist(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        using var scim = await PartAsync(scenario, ["userName", "name.givenName", "displayName"]);
        foreach (var hidden in (string[])["title", "name.familyName", "externalId", "emails", $"{Enterprise}:department", "schemas"])
        {
            var unknown = hidden.Contains('.', StringComparison.Ordinal) ? "nosuch.part" : "nosuch";
            foreach (var (query, scimType) in ((string, string)[])[($"filter={hidden} pr", "invalidFilter"), ($"sortBy={hidden}", "invalidValue")])
            {
                var told = await scim.TryGetAsync($"Users?{query}").ShouldBeScimErrorAsync(400, scimType);
                var toldOfUnknown = await scim.TryGetAsync($"Users?{query.Replace(hidden, unknown, StringComparison.Ordinal)}").ShouldBeScimErrorAsync(400, scimType);
                Assert.Equal(toldOfUnknown.Replace(unknown, hidden, StringComparison.Ordinal), told);
            }

            var asked = await scim.GetScimAsync($"Users?count=3&attributes={hidden}");
            Assert.All(asked.Resources(), user => Assert.Equal(["schemas", "id"], user.Members()));
        }

        Assert.All(
            (await scim.GetScimAsync("Users?excludedAttributes=displayName")).Resources(),
            user => Assert.Equal(["schemas", "id", "userName", "name", "meta"], user.Members()));
        Assert.All((await scim.GetScimAsync("Groups")).Resources(), group => Assert.Equal(["schemas", "id", "displayName", "meta"], group.Members()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Discovery_tells_of_nothing_that_is_hidden(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        using var scim = await PartAsync(scenario, ["userName", "name.givenName", $"{Enterprise}:department"]);

        var schemas = (await scim.GetScimAsync("Schemas")).Resources().ToDictionary(schema => (string)schema["id"]!);

        Assert.Equal(["userName", "name"], Names(schemas[ScimSchemaUris.User]["attributes"]));
        Assert.Equal(["givenName"], Names(schemas[ScimSchemaUris.User]["attributes"]![1]!["subAttributes"]));
        Assert.Equal(["department"], Names(schemas[Enterprise]["attributes"]));
        Assert.Empty(Names(schemas[ScimSchemaUris.Group]["attributes"]));
        Assert.DoesNotContain(ScimSchemaUris.HiBobUser, schemas.Keys);
        await scim.TryGetAsync($"Schemas/{ScimSchemaUris.HiBobUser}").ShouldBeScimErrorAsync(404);
        var type = await scim.GetScimAsync("ResourceTypes/User");
        Assert.Equal([Enterprise], type["schemaExtensions"]!.AsArray().Select(extension => (string?)extension!["schema"]));
        Assert.NotEmpty((await scenario.App.Scim.GetScimAsync($"Schemas/{ScimSchemaUris.HiBobUser}"))["attributes"]!.AsArray());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_leaves_the_filter_leaves_groups_too_and_their_tags_say_so(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        using var scim = await PartAsync(scenario, null, $"{Enterprise}:department eq \"Platform\"");
        var mover = SmallCompany.Id(3);
        var site = $"Groups/{SyncScenario.GroupId(GroupKey.Site, "2700101")}";
        using var before = await scim.TryGetAsync(site);
        using var unrestricted = await scenario.App.Scim.TryGetAsync(site);
        Assert.Contains(SyncScenario.UserId(mover), await before.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var list = await scim.TryGetAsync("Users");

        scenario.Company.Update(mover, "work.department", SmallCompany.Sales);
        await scenario.SyncedAsync();

        // For everybody else the site's group is as it was.
        Assert.Equal(304, await ConditionalAsync(scenario.App.Scim, site, unrestricted.Headers.ETag!.ToString()));
        Assert.Equal(200, await ConditionalAsync(scim, site, before.Headers.ETag!.ToString()));
        Assert.DoesNotContain(SyncScenario.UserId(mover), (await scim.GetScimAsync(site)).ToJsonString(), StringComparison.Ordinal);
        await scim.TryGetAsync($"Users/{SyncScenario.UserId(mover)}").ShouldBeScimErrorAsync(404);
        Assert.Equal(200, await ConditionalAsync(scim, "Users", list.Headers.ETag!.ToString()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lists_and_walks_of_one_restriction_never_answer_for_another(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        using var names = await PartAsync(scenario, ["userName"]);
        using var active = await PartAsync(scenario, null, "active eq true");
        using var alsoActive = await PartAsync(scenario, null, "active eq true");
        HttpClient[] clients = [scenario.App.Scim, names, active];
        var tags = new List<string>();
        var cursors = new List<string>();
        foreach (var client in clients)
        {
            using var response = await client.TryGetAsync("Users");
            tags.Add(response.Headers.ETag!.ToString());
            cursors.Add((string)(await client.GetScimAsync("Users?count=2&cursor="))["nextCursor"]!);
        }

        for (var index = 0; index < clients.Length; index++)
        {
            for (var other = 0; other < clients.Length; other++)
            {
                Assert.Equal(other == index ? 304 : 200, await ConditionalAsync(clients[index], "Users", tags[other]));
                if (other != index)
                {
                    await clients[index].TryGetAsync($"Users?count=2&cursor={cursors[other]}").ShouldBeScimErrorAsync(400, "invalidCursor");
                }
            }
        }

        // A token in another's place goes on where that one stood.
        Assert.Equal(304, await ConditionalAsync(alsoActive, "Users", tags[2]));
        await alsoActive.GetScimAsync($"Users?count=2&cursor={cursors[2]}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_whose_attributes_are_gone_opens_nothing_until_they_are_back(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        var badge = CustomSchema.Of("badge", AttributeType.Integer);
        await written.PublishAsync("acme", [badge], """{"badge": 7}""", """{"badge": 8}""");
        var (ofFilter, filterId) = await written.App.MakeTokenAsync("acme", new { name = "filter", scopes = new[] { "read_users", "read_groups" }, filters = new { users = "badge eq 7" } });
        var (ofAttributes, _) = await written.App.MakeTokenAsync("acme", new { name = "attributes", scopes = new[] { "read_users" }, attributes = new[] { "userName", "badge" } });
        using var filter = written.App.Scimming(ofFilter);
        using var attributes = written.App.Scimming(ofAttributes);
        Assert.Equal(["acme-0"], (await filter.GetScimAsync("Users")).Ids());
        Assert.Equal(["acme-0", "acme-1"], (await attributes.GetScimAsync("Users")).Ids());
        Assert.Null(await ObjectionAsync());

        await written.PublishAsync("acme", [], "{}", "{}");

        foreach (var client in (HttpClient[])[filter, attributes])
        {
            foreach (var path in (string[])["Users", "Users/acme-0", "Users?filter=userName pr", "", "Schemas", "ResourceTypes", "Users?cursor="])
            {
                Assert.Contains("there no longer", await client.TryGetAsync(path).ShouldBeScimErrorAsync(403), StringComparison.Ordinal);
            }
        }

        await filter.TryGetAsync("Groups").ShouldBeScimErrorAsync(403);
        Assert.Contains("badge", await ObjectionAsync(), StringComparison.Ordinal);
        await written.PublishAsync("acme", [badge with { Type = AttributeType.String }], """{"badge": "7"}""");
        await filter.TryGetAsync("Users").ShouldBeScimErrorAsync(403);
        Assert.Equal(["acme-0"], (await attributes.GetScimAsync("Users")).Ids());
        await written.PublishAsync("acme", [badge], """{"badge": 8}""", """{"badge": 7}""");
        Assert.Equal(["acme-1"], (await filter.GetScimAsync("Users")).Ids());
        Assert.Null(await ObjectionAsync());

        async Task<string?> ObjectionAsync()
        {
            using var api = written.App.AdminApi();
            var list = await api.GetFromJsonAsync<JsonElement>("directories/acme/tokens", Ct);
            var (listed, alone) = (list.EnumerateArray().Single(token => token.GetProperty("id").GetGuid() == filterId), await written.App.TokenAsync(filterId));
            Assert.Equal(listed.GetProperty("objection").GetString(), alone.GetProperty("objection").GetString());
            return alone.GetProperty("objection").GetString();
        }
    }

    private static async Task<HttpClient> PartAsync(SyncScenario scenario, string[]? attributes, string? users = null, string? groups = null)
    {
        var (token, _) = await scenario.App.MakeTokenAsync(
            "acme", new { name = Guid.NewGuid().ToString(), scopes = new[] { "read_users", "read_groups" }, attributes, filters = new { users, groups } });
        return scenario.App.Scimming(token);
    }

    private static IEnumerable<string?> Names(JsonNode? attributes) => attributes!.AsArray().Select(attribute => (string?)attribute!["name"]);

    private static async Task<int> ConditionalAsync(HttpClient client, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await client.SendAsync(request, Ct);
        return (int)response.StatusCode;
    }
}

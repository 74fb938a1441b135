using System.Text.Json.Nodes;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>What a directory adds to our extension is served, found, sorted and chosen like every other attribute, in that directory alone.</summary>
public sealed class CustomAttributesTests
{
    private const string Extension = ScimSchemaUris.HiBobUser;

    private static readonly AttributeDefinition Badge = CustomSchema.Of("badge", AttributeType.Integer);
    private static readonly AttributeDefinition BadgeText = CustomSchema.Of("badge", AttributeType.String);
    private static readonly AttributeDefinition Hobby = CustomSchema.Of("hobby", AttributeType.String);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Directories_never_see_each_others_attributes(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        await written.PublishAsync("acme", [Badge], """{"badge": 7}""", """{"badge": 10}""");
        await written.PublishAsync("globex", [BadgeText, Hobby], """{"badge": "7", "hobby": "Chess"}""");
        await written.PublishAsync("initech", [], """{"site": "Oslo"}""");
        var acme = written.App.Scim;
        using var globex = written.App.ClientOf("globex");
        using var initech = written.App.ClientOf("initech");

        Assert.Equal(["badge integer"], await AddedAsync(acme));
        Assert.Equal(["badge string", "hobby string"], await AddedAsync(globex));
        Assert.Empty(await AddedAsync(initech));

        Assert.Equal(["acme-1"], (await acme.FilterAsync("Users", "badge gt 7")).Ids());
        Assert.Equal(["globex-0"], (await globex.FilterAsync("Users", "badge eq \"7\" and hobby sw \"ch\"")).Ids());
        await acme.TryGetAsync("Users?filter=badge%20eq%20%227%22").ShouldBeScimErrorAsync(400, "invalidFilter");
        await globex.TryGetAsync("Users?filter=badge%20gt%207").ShouldBeScimErrorAsync(400, "invalidFilter");
        foreach (var stranger in (HttpClient[])[acme, initech])
        {
            var detail = await stranger.TryGetAsync("Users?filter=hobby%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
            Assert.Contains("User has no attribute hobby", detail, StringComparison.Ordinal);
            await stranger.TryGetAsync("?filter=hobby%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
            await stranger.TryGetAsync("Users?sortBy=hobby").ShouldBeScimErrorAsync(400, "invalidValue");
            Assert.All(
                (await stranger.GetScimAsync($"Users?attributes={Extension}:hobby")).Resources(),
                user => Assert.Equal(["schemas", "id"], user.Members()));
        }

        await initech.TryGetAsync("Users?filter=badge%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
        Assert.Equal(["initech-0"], (await initech.FilterAsync("Users", "site eq \"oslo\"")).Ids());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_type_is_filtered_by_and_sorted_as_what_it_is(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        await written.PublishAsync(
            "acme",
            CustomSchema.Attributes,
            """{"oneString": "Ångström", "oneBoolean": true, "oneInteger": 9, "oneDecimal": 0.5, "oneDateTime": "2026-01-31T12:00:00Z", "exact": "Ab", "manyInteger": [3, 30], "manyString": ["Red"]}""",
            """{"oneString": "b", "oneBoolean": false, "oneInteger": 10, "oneDecimal": 10, "oneDateTime": "2026-01-31T12:30:00+01:00", "exact": "ab", "manyInteger": [4], "manyDateTime": ["2020-02-29T00:00:00Z"]}""",
            """{"oneInteger": 9007199254740993, "manyBoolean": [false, true], "manyDecimal": [1.5, 2], "posts": [{"value": 1, "share": 0.5}, {"value": 2, "share": 0.25, "primary": true}]}""");
        var scim = written.App.Scim;
        foreach (var (filter, expected) in ((string, string)[])[
            ("oneString eq \"ÅNGSTRÖM\"", "0"), ("oneString gt \"a\"", "01"), ("exact eq \"ab\"", "1"), ("exact sw \"A\"", "0"),
            ("oneBoolean eq false", "1"), ("oneBoolean ne false", "02"), ("not (oneBoolean pr)", "2"),
            ("oneInteger gt 9", "12"), ("oneInteger le 9", "0"), ("oneInteger eq 9.0", "0"), ("oneInteger eq 9007199254740993", "2"), ("oneInteger eq 9007199254740992", ""),
            ("oneDecimal lt 9", "0"), ("oneDecimal eq 0.50", "0"), ("oneDecimal ge 10", "1"),
            ("oneDateTime gt \"2026-01-31T11:45:00Z\"", "0"), ("oneDateTime eq \"2026-01-31T11:30:00Z\"", "1"),
            ("manyInteger gt 4", "0"), ("manyInteger eq 4", "1"), ("manyString co \"ed\"", "0"), ("manyBoolean eq true", "2"),
            ("manyDecimal lt 2", "2"), ("manyDateTime lt \"2021-01-01T00:00:00Z\"", "1"),
            ("posts[value eq 2 and share lt 0.5]", "2"), ("posts[value eq 1].share gt 0.4", "2"), ("posts.share eq 0.3", ""),
            ($"{Extension}:oneInteger eq 10 or urn:scimbridge:PARAMS:scim:schemas:extension:hibob:2.0:user:MANYINTEGER eq 30", "01"),
            ($"{Extension}:nickName pr", ""), ("nickName eq \"x\"", "")])
        {
            foreach (var list in (string[])["Users", ""])
            {
                Assert.True(expected.Select(digit => $"acme-{digit}").SequenceEqual((await scim.FilterAsync(list, filter)).Ids()), $"{list} {filter}");
            }
        }

        foreach (var (sortBy, ascending, descending) in ((string, string, string)[])[
            ("oneInteger", "012", "210"), ("oneDecimal", "012", "210"), ("oneDateTime", "102", "201"), ("oneBoolean", "102", "201"),
            ("manyInteger", "012", "210"), ("posts", "201", "012"), ($"{Extension}:oneString", "102", "201")])
        {
            foreach (var list in (string[])["Users", ""])
            {
                Assert.Equal(ascending.Select(digit => $"acme-{digit}"), (await scim.GetScimAsync($"{list}?sortBy={sortBy}")).Ids());
                var request = new JsonObject { ["schemas"] = new JsonArray(ScimSearches.SearchRequest), ["sortBy"] = sortBy, ["sortOrder"] = "descending" };
                Assert.Equal(descending.Select(digit => $"acme-{digit}"), (await scim.SearchAsync($"{(list.Length == 0 ? "" : list + "/")}.search", request.ToJsonString())).Ids());
            }
        }

        await scim.TryGetAsync("Users?filter=costCenter%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Clients_choose_them_like_every_other_attribute(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        var secret = Hobby with { Name = "secret", Returned = AttributeReturned.Request };
        await written.PublishAsync("acme", [Badge, Hobby, secret], """{"site": "Oslo", "badge": 7, "hobby": "Chess", "secret": "x"}""");
        foreach (var (query, expected) in ((string, string)[])[
            ("", """{"site":"Oslo","badge":7,"hobby":"Chess"}"""),
            ("?attributes=badge", """{"badge":7}"""),
            ($"?attributes={Extension}:HOBBY,secret", """{"hobby":"Chess","secret":"x"}"""),
            ($"?attributes={Extension}", """{"site":"Oslo","badge":7,"hobby":"Chess"}"""),
            ($"?excludedAttributes={Extension}:badge,userName", """{"site":"Oslo","hobby":"Chess"}""")])
        {
            var one = await written.App.Scim.GetScimAsync($"Users/acme-0{query}");
            Assert.Equal(expected, one[Extension]!.ToJsonString());
            Assert.Equal(one.ToJsonString(), Assert.Single((await written.App.Scim.GetScimAsync($"Users{query}")).Resources()).ToJsonString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_walk_is_read_by_the_attributes_of_its_version(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        var scim = written.App.Scim;
        await written.PublishAsync("acme", [BadgeText, Hobby], [.. Enumerable.Range(0, 4).Select(index => $$"""{"badge": "A{{index}}", "hobby": "Chess"}""")]);
        var textual = $"Users?count=2&sortBy=badge&attributes=hobby&filter={Uri.EscapeDataString("badge sw \"a\"")}";
        var numeric = $"Users?count=2&filter={Uri.EscapeDataString("badge lt 3")}";
        var first = await scim.GetScimAsync($"{textual}&cursor=");

        await written.PublishAsync("acme", [Badge], [.. Enumerable.Range(0, 4).Select(index => $$"""{"badge": {{index}}}""")]);

        var second = await scim.GetScimAsync($"{textual}&cursor={(string)first["nextCursor"]!}");
        Assert.Equal(["acme-0", "acme-1", "acme-2", "acme-3"], first.Ids().Concat(second.Ids()));
        Assert.All(first.Resources().Concat(second.Resources()), user => Assert.Equal("""{"hobby":"Chess"}""", user[Extension]!.ToJsonString()));
        await scim.TryGetAsync($"{textual}&cursor=").ShouldBeScimErrorAsync(400, "invalidFilter");
        await scim.TryGetAsync(textual).ShouldBeScimErrorAsync(400, "invalidFilter");
        Assert.Equal(["acme-0", "acme-1", "acme-2"], (await CursorTests.WalkAsync(scim, numeric)).SelectMany(page => page.Ids()));

        // Nothing but the attributes changes back: what reads at the newest version follows at once.
        await written.PublishAsync("acme", []);
        await scim.TryGetAsync(numeric).ShouldBeScimErrorAsync(400, "invalidFilter");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Entity_tags_of_schemas_follow_the_attributes(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        var tags = new Dictionary<string, List<string>> { ["Schemas"] = [], [$"Schemas/{Extension}"] = [], ["Users"] = [], ["ResourceTypes"] = [], [$"Schemas/{ScimSchemaUris.User}"] = [] };
        AttributeDefinition[][] versions = [[], [Badge], [Badge with { Description = "On the card." }], [BadgeText], [Badge]];
        foreach (var attributes in versions)
        {
            await written.PublishAsync("acme", attributes, "{}");
            foreach (var (path, seen) in tags)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
                if (seen.Count > 0)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", seen[^1]);
                }

                using var response = await written.App.Scim.SendAsync(request, TestContext.Current.CancellationToken);
                var tag = response.Headers.ETag!.ToString();
                Assert.Equal(tag == seen.LastOrDefault() ? 304 : 200, (int)response.StatusCode);
                seen.Add(tag);
            }
        }

        Assert.All((string[])["Schemas", $"Schemas/{Extension}"], path =>
        {
            Assert.Equal(4, tags[path].Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(tags[path][1], tags[path][4]);
        });
        Assert.Equal(versions.Length, tags["Users"].Distinct(StringComparer.Ordinal).Count());
        Assert.Single(tags["ResourceTypes"].Distinct(StringComparer.Ordinal));
        Assert.Single(tags[$"Schemas/{ScimSchemaUris.User}"].Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Open_discovery_shows_them_to_the_directorys_token_alone()
    {
        await using var written = await WrittenDirectories.StartAsync(Databases.Sqlite, new Dictionary<string, string?> { ["Scim:AnonymousDiscovery"] = "true" });
        await written.PublishAsync("acme", [Badge], """{"badge": 7}""");
        using var anonymous = written.App.Anonymous();
        anonymous.BaseAddress = written.App.Scim.BaseAddress;
        using var initech = written.App.ClientOf("initech");

        Assert.Equal(["badge integer"], await AddedAsync(written.App.Scim));
        Assert.Empty(await AddedAsync(anonymous));
        Assert.Empty(await AddedAsync(initech));
        Assert.Equal((await initech.GetScimAsync("Schemas")).ToJsonString(), (await anonymous.GetScimAsync("Schemas")).ToJsonString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_stored_attribute_that_a_release_gave_everybody_leaves_the_version_readable(string provider)
    {
        await using var written = await WrittenDirectories.StartAsync(provider);
        await written.PublishAsync("acme", [Hobby], """{"hobby": "Chess"}""");
        await written.RenameAttributeAsync("acme", "hobby", "SITE");

        Assert.Empty(await AddedAsync(written.App.Scim));
        Assert.Equal(["acme-0"], (await written.App.Scim.GetScimAsync("Users")).Ids());
    }

    /// <summary>Name and type of the attributes that /Schemas has beyond everybody's, which the extension alone must have too.</summary>
    private static async Task<List<string>> AddedAsync(HttpClient client)
    {
        var common = SchemaCatalog.Load().FindServedSchema(Extension)!.Attributes.Count;
        var listed = (await client.GetScimAsync("Schemas")).Resources().Single(schema => (string)schema["id"]! == Extension);
        Assert.Equal(listed.ToJsonString(), (await client.GetScimAsync($"Schemas/{Extension}")).ToJsonString());
        return [.. listed["attributes"]!.AsArray().Skip(common).Select(attribute => $"{(string)attribute!["name"]!} {(string)attribute["type"]!}")];
    }
}

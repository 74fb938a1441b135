using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Random people and several restrictions: what a restricted token sees on every way is what the other sees, filtered and projected in memory.</summary>
/// <remarks>SCIMBRIDGE_SEED repeats a run, SCIMBRIDGE_LONG=1 makes it ten times as long.</remarks>
public sealed class RestrictedTokenPropertyTests(ITestOutputHelper output)
{
    private const string Enterprise = ScimSchemaUris.EnterpriseUser;

    private static int Scale => Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1" ? 10 : 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_restricted_token_sees_its_part_and_nothing_of_the_rest(string provider)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SCIMBRIDGE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"SCIMBRIDGE_SEED={seed}");
        var random = new Random(seed);
        await using var directory = await RandomDirectory.StartAsync(provider, random);
        var users = (await directory.App.Scim.GetScimAsync("Users?count=1000")).Resources();
        var groups = (await directory.App.Scim.GetScimAsync("Groups?count=1000")).Resources();
        var restrictions = Restrictions(random, users, groups).ToList();
        for (var number = 0; number < restrictions.Count; number++)
        {
            var (attributes, ofUsers, ofGroups) = restrictions[number];
            var about = $"seed {seed}, attributes {string.Join(',', attributes ?? ["all"])}, users {ofUsers}, groups {ofGroups}";
            var (token, _) = await directory.App.MakeTokenAsync("acme", new
            {
                name = $"token {number}",
                scopes = new[] { "read_users", "read_groups" },
                attributes,
                filters = new { users = ofUsers, groups = ofGroups },
            });
            using var scim = directory.App.Scimming(token);
            var view = new RestrictedView(users, groups, attributes, ofUsers, ofGroups);
            foreach (var (endpoint, type, all, expected) in ((string, string, List<JsonObject>, IReadOnlyList<JsonObject>)[])[
                ("Users", "User", users, view.Users), ("Groups", "Group", groups, view.Groups)])
            {
                var list = await scim.GetScimAsync($"{endpoint}?count=1000");
                Assert.Equal(expected.Count, (int)list["totalResults"]!);
                Same(expected, list.Resources(), about);
                await PagesAsync(scim, endpoint, list.Resources(), about);
                await ResourcesAsync(scim, endpoint, list.Resources(), all, about);
                await QueriesAsync(scim, endpoint, type, attributes, list.Resources(), random, about);
            }

            Same([.. view.Users, .. view.Groups], (await scim.GetScimAsync("?count=1000")).Resources(), about);
            Assert.Equal(view.Users.Count + view.Groups.Count, (int)(await scim.GetScimAsync("?count=0"))["totalResults"]!);
        }
    }

    private static IEnumerable<(string[]? Attributes, string? Users, string? Groups)> Restrictions(Random random, List<JsonObject> users, List<JsonObject> groups)
    {
        yield return (null, "active eq true", null);
        yield return (null, null, "displayName ge \"b\"");
        yield return (null, "userName co \"a\" or emails.type eq \"work\"", "not (displayName sw \"a\")");
        yield return (["userName", "name.familyName", "emails.value", "groups", "displayName", "members"], null, null);
        yield return (["userName", Enterprise, "groups.display", "externalId", "members.value"], "not (active eq false)", "displayName gt \"a\"");
        yield return ([ScimSchemaUris.HiBobUser, "displayName", "posts.share", $"{Enterprise}:manager.displayName"], "oneInteger pr or manyString pr", null);
        yield return (["id"], $"{Enterprise}:manager pr", "members pr");
        yield return ([ScimSchemaUris.User, ScimSchemaUris.Group], "userName eq \"nobody at all\"", null);
        var names = RandomFilters.PathsOf("User").Concat(RandomFilters.PathsOf("Group")).Select(path => path.Path).Distinct().ToArray();
        for (var number = 0; number < 4 * Scale; number++)
        {
            yield return (
                random.Next(3) == 0 ? null : [.. random.GetItems(names, random.Next(1, 12)).Distinct()],
                new RandomFilters("User", Elements(users), random).Next(),
                random.Next(3) == 0 ? null : new RandomFilters("Group", Elements(groups), random).Next());
        }
    }

    private static async Task PagesAsync(HttpClient scim, string endpoint, List<JsonObject> all, string about)
    {
        var page = await scim.GetScimAsync($"{endpoint}?count=17&cursor=");
        var walked = page.Resources();
        while ((string?)page["nextCursor"] is { } cursor)
        {
            page = await scim.GetScimAsync($"{endpoint}?count=17&cursor={cursor}");
            Assert.Equal(all.Count, (int)page["totalResults"]!);
            walked.AddRange(page.Resources());
        }

        Same(all, walked, about);
        var some = await scim.GetScimAsync($"{endpoint}?startIndex=4&count=9");
        Same([.. all.Skip(3).Take(9)], some.Resources(), about);
        Assert.Equal(all.Count, (int)some["totalResults"]!);
        Assert.Equal(all.Count, (int)(await scim.GetScimAsync($"{endpoint}?count=0"))["totalResults"]!);
    }

    private static async Task ResourcesAsync(HttpClient scim, string endpoint, List<JsonObject> seen, List<JsonObject> all, string about)
    {
        foreach (var resource in seen.Take(12))
        {
            using var response = await scim.TryGetAsync($"{endpoint}/{resource["id"]}");
            var text = await response.Content.ReadAsStringAsync(Ct);
            Same([resource], [JsonNode.Parse(text)!.AsObject()], about);
            var tag = response.Headers.ETag!.ToString();
            Assert.Equal((string?)resource["meta"]!["version"], tag);
            Assert.NotEqual((string?)all.Single(other => (string?)other["id"] == (string?)resource["id"])["meta"]!["version"], tag);
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri($"{endpoint}/{resource["id"]}", UriKind.Relative));
            using var headed = await scim.SendAsync(head, Ct);
            Assert.Equal((200, tag), ((int)headed.StatusCode, headed.Headers.ETag!.ToString()));
            using var conditional = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint}/{resource["id"]}", UriKind.Relative));
            conditional.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var unchanged = await scim.SendAsync(conditional, Ct);
            Assert.Equal(304, (int)unchanged.StatusCode);
        }

        var there = seen.Select(resource => (string)resource["id"]!).ToHashSet(StringComparer.Ordinal);
        foreach (var hidden in all.Select(resource => (string)resource["id"]!).Where(id => !there.Contains(id)).Take(8))
        {
            await scim.TryGetAsync($"{endpoint}/{hidden}").ShouldBeScimErrorAsync(404);
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri($"{endpoint}/{hidden}", UriKind.Relative));
            using var headed = await scim.SendAsync(head, Ct);
            Assert.Equal(404, (int)headed.StatusCode);
            Assert.Empty((await scim.FilterAsync(endpoint, $"id eq \"{hidden}\"")).Ids());
        }
    }

    private static async Task QueriesAsync(
        HttpClient scim, string endpoint, string type, string[]? attributes, List<JsonObject> seen, Random random, string about)
    {
        if (seen.Count == 0)
        {
            return;
        }

        var catalog = CustomSchema.Catalog.Restricted(attributes);
        var resources = Elements(seen);
        var filters = new RandomFilters(type, resources, random);
        foreach (var filter in Enumerable.Range(0, 40 * Scale).Select(_ => filters.Next()).Concat(Leaky(endpoint)))
        {
            var request = new JsonObject { ["schemas"] = new JsonArray(ScimSearches.SearchRequest), ["filter"] = filter, ["count"] = 1000 };
            if (Bound(filter, catalog, type) is not { } bound)
            {
                await scim.TrySearchAsync($"{endpoint}/.search", request.ToJsonString()).ShouldBeScimErrorAsync(400, "invalidFilter");
                continue;
            }

            var found = await scim.SearchAsync($"{endpoint}/.search", request.ToJsonString());
            var expected = resources.Where(resource => FilterEvaluator.Matches(resource, bound)).Select(resource => resource.GetProperty("id").GetString()!);
            Assert.True(expected.SequenceEqual(found.Ids()), $"{about}\n{filter}\n{string.Join(' ', expected)}\n{string.Join(' ', found.Ids())}");
            Assert.Equal(found.Ids().Count, (int)found["totalResults"]!);
        }

        foreach (var path in (string[])["groups.display", "members.display", "displayName", "userName", $"{Enterprise}:manager.displayName", $"{Enterprise}:manager.value", "schemas", "externalId", "meta.version"])
        {
            if (!AttributePath.TryParse(path, out var parsed) || catalog.Resolve(type, parsed) is not { } attribute)
            {
                await scim.TryGetAsync($"{endpoint}?sortBy={path}").ShouldBeScimErrorAsync(400, "invalidValue");
                continue;
            }

            var expected = SortOracle.Sorted(resources, attribute.ComparedValue!, descending: false).Select(resource => resource.GetProperty("id").GetString()!);
            Assert.True(expected.SequenceEqual((await scim.GetScimAsync($"{endpoint}?count=1000&sortBy={path}")).Ids()), $"{about}, by {path}");
        }
    }

    /// <summary>Filters that would tell of what is hidden, if they were answered from what is stored.</summary>
    private static IEnumerable<string> Leaky(string endpoint) => endpoint == "Users"
        ?
        [
            "groups pr", "not (groups pr)", "groups.display pr", "groups[display gt \"a\"]", "groups.type ne \"direct\"", "groups.value pr", $"{Enterprise}:manager pr",
            $"not ({Enterprise}:manager pr)", $"{Enterprise}:manager.displayName pr", $"{Enterprise}:manager[displayName gt \"a\"]", $"{Enterprise}:manager.value eq null",
            $"schemas eq \"{Enterprise}\"", "title pr", "externalId pr", "password pr",
        ]
        : ["members pr", "not (members pr)", "members.display gt \"b\"", "members[type eq \"User\"]", "members.value pr", "displayName pr", "externalId pr"];

    private static BoundFilter? Bound(string filter, SchemaCatalog catalog, string type)
    {
        try
        {
            return FilterBinder.Bind(FilterParser.Parse(filter, FilterLimits.Default), catalog, type);
        }
        catch (ScimException)
        {
            return null;
        }
    }

    private static List<JsonElement> Elements(IEnumerable<JsonObject> resources) => [.. resources.Select(resource => JsonElement.Parse(resource.ToJsonString()))];

    private static void Same(IReadOnlyList<JsonObject> expected, List<JsonObject> found, string about)
    {
        Assert.True(expected.Count == found.Count, $"{about}: {expected.Count} expected, {found.Count} found");
        foreach (var (one, other) in expected.Zip(found))
        {
            Assert.True(
                JsonNode.DeepEquals(RestrictedView.Untagged(one), RestrictedView.Untagged(other)), $"{about}\nexpected {one.ToJsonString()}\nfound    {other.ToJsonString()}");
        }
    }
}

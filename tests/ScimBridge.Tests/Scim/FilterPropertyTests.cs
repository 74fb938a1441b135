using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Random filters and orders over random people: what the database answers is what the rules say in memory.</summary>
/// <remarks>SCIMBRIDGE_SEED repeats a run, SCIMBRIDGE_LONG=1 makes it ten times as long.</remarks>
public sealed class FilterPropertyTests(ITestOutputHelper output)
{
    private static int Scale => Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1" ? 10 : 1;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-matching", "7644-3.4.2.2-operators")]
    public async Task The_database_finds_what_the_evaluator_finds(string provider)
    {
        var (random, seed) = Seeded();
        await using var directory = await RandomDirectory.StartAsync(provider, random);
        foreach (var (endpoint, type, cases) in ((string, string, int)[])[("Users", "User", 1500 * Scale), ("Groups", "Group", 400 * Scale)])
        {
            using var list = await ListAsync(directory, endpoint);
            var resources = list.RootElement.GetProperty("Resources").EnumerateArray().ToList();
            var filters = new RandomFilters(type, resources, random);
            var matched = 0;
            for (var number = 0; number < cases; number++)
            {
                var filter = filters.Next();
                var bound = FilterBinder.Bind(FilterParser.Parse(filter, FilterLimits.Default), CustomSchema.Catalog, type);
                var expected = resources.Where(resource => FilterEvaluator.Matches(resource, bound)).Select(Id).ToList();

                var found = (await SearchAsync(directory, endpoint, new JsonObject { ["filter"] = filter })).Ids();

                matched += expected.Count is > 0 && expected.Count < resources.Count ? 1 : 0;
                Assert.True(expected.SequenceEqual(found), $"seed {seed}, {type}: {filter}\nonly expected: {string.Join(' ', expected.Except(found))}\nonly found: {string.Join(' ', found.Except(expected))}\n{resources.FirstOrDefault(resource => expected.Contains(Id(resource)) != found.Contains(Id(resource)))}");
            }

            // Filters that match all or nobody show little.
            Assert.InRange(matched, cases / 8, cases);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_attribute_sorts_as_the_rules_say(string provider)
    {
        var (random, seed) = Seeded();
        await using var directory = await RandomDirectory.StartAsync(provider, random);
        foreach (var (endpoint, type) in ((string, string)[])[("Users", "User"), ("Groups", "Group")])
        {
            using var list = await ListAsync(directory, endpoint);
            var resources = list.RootElement.GetProperty("Resources").EnumerateArray().ToList();
            foreach (var (path, attribute) in RandomFilters.PathsOf(type).Where(path => path.Attribute.Target.Type != AttributeType.Complex
                || (path.Attribute.Attribute.MultiValued && path.Attribute.ComparedValue is not null)))
            {
                foreach (var descending in (bool[])[false, true])
                {
                    var expected = SortOracle.Sorted(resources, attribute.ComparedValue!, descending).Select(Id).ToList();

                    var found = (await SearchAsync(directory, endpoint, new JsonObject { ["sortBy"] = path, ["sortOrder"] = descending ? "descending" : "Ascending" })).Ids();
                    var some = (await SearchAsync(directory, endpoint, new JsonObject { ["sortBy"] = path.ToUpperInvariant(), ["sortOrder"] = descending ? "DESCENDING" : null, ["filter"] = "id pr", ["startIndex"] = 4, ["count"] = 7 })).Ids();

                    Assert.True(expected.SequenceEqual(found), $"seed {seed}, {path}, descending {descending}");
                    Assert.Equal(expected.Skip(3).Take(7), some);
                }
            }
        }
    }

    private (Random Random, int Seed) Seeded()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SCIMBRIDGE_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"SCIMBRIDGE_SEED={seed}");
        return (new Random(seed), seed);
    }

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;

    private static async Task<JsonDocument> ListAsync(RandomDirectory directory, string endpoint) =>
        JsonDocument.Parse((await directory.App.Scim.GetScimAsync($"{endpoint}?count=1000")).ToJsonString());

    private static Task<JsonObject> SearchAsync(RandomDirectory directory, string endpoint, JsonObject request)
    {
        request["schemas"] = new JsonArray(ScimSearches.SearchRequest);
        request["attributes"] = new JsonArray("id");
        request["count"] ??= 1000;
        return directory.App.Scim.SearchAsync($"{endpoint}/.search", request.ToJsonString());
    }
}

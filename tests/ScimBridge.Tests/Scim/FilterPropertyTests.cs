using System.Text.Json;
using CsCheck;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class FilterPropertyTests(SharedApps apps)
{
    public static IEnumerable<TheoryDataRow<string, string>> Lists => PagingTests.Lists;

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.2.2-matching", "7644-3.4.2.2-operators")]
    public async Task The_database_finds_what_the_evaluator_finds(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        using var list = JsonDocument.Parse((await app.Scim.GetScimAsync($"{endpoint}?count=1000")).ToJsonString());
        var resources = list.RootElement.GetProperty("Resources").EnumerateArray().ToList();
        var evaluator = new FilterEvaluator(SchemaCatalog.Load());

        await Filters(endpoint, resources).SampleAsync(
            async filter =>
            {
                var parsed = FilterParser.Parse(filter, FilterLimits.Default);
                var expected = resources.Where(resource => evaluator.Matches(resource, parsed, endpoint.TrimEnd('s')))
                    .Select(resource => resource.GetProperty("id").GetString()!);

                var found = await app.Scim.FilterAsync(endpoint, filter);

                Assert.Equal(expected, found.Ids());
            },
            iter: 120,
            threads: 1);
    }

    private static Gen<string> Filters(string endpoint, List<JsonElement> resources)
    {
        var moments = resources.Select(resource => resource.GetProperty("meta").GetProperty("lastModified").GetString()!).Distinct().ToList();
        var leaves = new List<Gen<string>>
        {
            Text("id", resources), Text("externalId", resources), Text("displayName", resources),
            Gen.Select(
                Gen.OneOf("eq", "ne", "gt", "ge", "lt", "le"), Gen.OneOf([.. moments, "2020-02-29T00:00:00Z", "2999-01-01T00:00:00.1234567+14:00"]),
                (comparison, moment) => $"meta.lastModified {comparison} \"{moment}\""),
            Gen.OneOf("id pr", "externalId pr", "displayName pr", "meta.lastModified pr", "displayName eq null", "externalId ne null"),
        };
        if (endpoint == "Users")
        {
            var addresses = resources.Where(user => user.TryGetProperty("emails", out _))
                .SelectMany(user => user.GetProperty("emails").EnumerateArray()).Select(email => email.GetProperty("value").GetString()!).ToList();
            leaves.Add(Text("userName", resources));
            leaves.Add(Gen.Select(Gen.OneOf("emails", "emails.value"), Comparison, Value(addresses), (name, comparison, value) => $"{name} {comparison} {value}"));
            leaves.Add(Gen.OneOf("active eq true", "active eq false", "active ne true", "active pr", "userName pr", "emails pr", "emails.value pr", "emails eq null"));
        }

        var leaf = Gen.OneOf([.. leaves]);
        return Gen.Recursive<string>((depth, inner) => depth >= 4
            ? leaf
            : Gen.Frequency(
                (3, leaf),
                (2, Gen.Select(inner, inner, (left, right) => $"({left}) and ({right})")),
                (2, Gen.Select(inner, inner, (left, right) => $"{left} or {right}")),
                (2, inner.Select(negated => $"not ({negated})"))));
    }

    private static Gen<string> Comparison => Gen.OneOf("eq", "ne");

    private static Gen<string> Text(string attribute, List<JsonElement> resources)
    {
        var values = resources.Where(resource => resource.TryGetProperty(attribute, out _)).Select(resource => resource.GetProperty(attribute).GetString()!);
        return Gen.Select(Comparison, Value([.. values]), (comparison, value) => $"{attribute} {comparison} {value}");
    }

    private static Gen<string> Value(List<string> values) => Gen.Select(
        Gen.OneOf([.. values]),
        Gen.OneOf<Func<string, string>>(
            text => text, text => text.ToUpperInvariant(), text => text.ToLowerInvariant(), text => text + "x", _ => "", text => text.Normalize(System.Text.NormalizationForm.FormD)),
        (value, change) => JsonSerializer.Serialize(change(value)));
}

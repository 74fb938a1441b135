using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class PagingTests(SharedApps apps)
{
    private static readonly string[] Endpoints = ["Users", "Groups"];

    public static IEnumerable<TheoryDataRow<string, string>> Lists => Databases.All.SelectMany(row =>
        Endpoints.Select(endpoint => new TheoryDataRow<string, string>(row.Data, endpoint) { Skip = row.Skip }));

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.2-partial", "7644-3.4.2.4-count")]
    public async Task Walking_by_any_page_size_gives_everything_once_and_in_one_order(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var whole = await app.Scim.GetScimAsync($"{endpoint}?count=1000");
        var ids = whole.Ids();
        Assert.Equal(ids.Count, (int)whole["totalResults"]!);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(ids.Count, 201, 999);

        foreach (var size in (int[])[17, 99, 100, 101, 229, 230, 231])
        {
            var walked = new List<string>();
            for (var start = 1; start <= ids.Count; start += size)
            {
                var page = await app.Scim.GetScimAsync($"{endpoint}?startIndex={start}&count={size}");
                ShouldBePage(page, ids.Count, start, Math.Min(size, ids.Count - start + 1));
                walked.AddRange(page.Ids());
            }

            Assert.Equal(ids, walked);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_users_are_the_people_of_HiBob(string provider)
    {
        var app = await apps.OnAsync(provider);

        var users = await app.Scim.GetScimAsync("Users?count=1000");

        Assert.Equal(SharedApps.People, (int)users["totalResults"]!);
        Assert.Equal(SharedApps.People, users.Resources().Select(user => (string)user["externalId"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Without_parameters_a_page_is_the_first_hundred(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var whole = await app.Scim.GetScimAsync($"{endpoint}?count=1000");

        var page = await app.Scim.GetScimAsync(endpoint);

        ShouldBePage(page, (int)whole["totalResults"]!, 1, 100);
        Assert.Equal(whole.Ids().Take(100), page.Ids());
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Every_position_is_exact_around_the_anchors_and_the_end(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var ids = (await app.Scim.GetScimAsync($"{endpoint}?count=1000")).Ids();
        foreach (var start in (int[])[1, 2, 99, 100, 101, 102, 199, 200, 201, ids.Count - 1, ids.Count])
        {
            var page = await app.Scim.GetScimAsync($"{endpoint}?startIndex={start}&count=3");

            ShouldBePage(page, ids.Count, start, Math.Min(3, ids.Count - start + 1));
            Assert.Equal(ids.Skip(start - 1).Take(3), page.Ids());
        }
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.2.4-start")]
    public async Task A_start_below_one_is_one(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var first = (await app.Scim.GetScimAsync($"{endpoint}?count=5")).Ids();
        foreach (var start in (string[])["0", "-1", "-0", "-2147483648", "-99999999999999999999", "+1", "0001"])
        {
            var page = await app.Scim.GetScimAsync($"{endpoint}?startIndex={Uri.EscapeDataString(start)}&count=5");

            Assert.Equal(1, (int)page["startIndex"]!);
            Assert.Equal(first, page.Ids());
        }
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.2-partial")]
    public async Task A_page_past_the_end_is_empty_and_tells_the_total(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var total = (int)(await app.Scim.GetScimAsync($"{endpoint}?count=0"))["totalResults"]!;
        foreach (var start in (string[])[$"{total + 1}", $"{total + 100}", "2147483647", "2147483648", "99999999999999999999999"])
        {
            foreach (var filter in (string[])["", "&filter=id%20pr"])
            {
                var page = await app.Scim.GetScimAsync($"{endpoint}?startIndex={start}{filter}");

                Assert.Equal(total, (int)page["totalResults"]!);
                Assert.Equal(0, (int)page["itemsPerPage"]!);
                Assert.Empty(page["Resources"]!.AsArray());
            }
        }
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7644-3.4.2.4-zero", "7644-3.4.2.4-negative")]
    public async Task A_count_of_zero_or_less_tells_the_total_alone(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        foreach (var count in (string[])["0", "-1", "-2147483649"])
        {
            foreach (var filter in (string[])["", "&filter=id%20pr"])
            {
                var page = await app.Scim.GetScimAsync($"{endpoint}?count={count}{filter}");

                Assert.InRange((int)page["totalResults"]!, 201, 999);
                Assert.Equal(0, (int)page["itemsPerPage"]!);
                Assert.Empty(page["Resources"]!.AsArray());
            }
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_filtered_list_pages_like_the_whole_one(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var ids = (await app.Scim.GetScimAsync($"{endpoint}?count=1000")).Ids();
        foreach (var (start, count) in ((int, int)[])[(1, 100), (101, 100), (150, 7), (ids.Count, 10)])
        {
            var page = await app.Scim.GetScimAsync($"{endpoint}?filter=id%20pr&startIndex={start}&count={count}");

            ShouldBePage(page, ids.Count, start, Math.Min(count, ids.Count - start + 1));
            Assert.Equal(ids.Skip(start - 1).Take(count), page.Ids());
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task What_is_no_whole_number_is_refused(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        foreach (var value in (string[])["", " ", "x", "1.0", "1e2", "0x1", "1 ", "--1", "١", "1,2", "NaN"])
        {
            foreach (var name in (string[])["startIndex", "count"])
            {
                await app.Scim.TryGetAsync($"{endpoint}?{name}={Uri.EscapeDataString(value)}").ShouldBeScimErrorAsync(400, "invalidValue");
            }
        }

        await app.Scim.TryGetAsync($"{endpoint}?count=1&count=2").ShouldBeScimErrorAsync(400, "invalidValue");
    }

    private static void ShouldBePage(JsonObject page, int total, int startIndex, int items)
    {
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:ListResponse", (string)Assert.Single(page["schemas"]!.AsArray())!);
        Assert.Equal(total, (int)page["totalResults"]!);
        Assert.Equal(startIndex, (int)page["startIndex"]!);
        Assert.Equal(items, (int)page["itemsPerPage"]!);
        Assert.Equal(items, page["Resources"]!.AsArray().Count);
    }
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>The examples of RFC 9865, and what it says around them.</summary>
public sealed class CursorTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2-first", "9865-2-characters", "9865-2-count", "9865-2-next", "9865-2-last", "9865-2-total")]
    public async Task Section_2_ten_users_at_a_time_by_the_first_letter_of_their_name(string provider)
    {
        var app = await apps.OnAsync(provider);
        var letter = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0].TextAt("userName")![..1];
        foreach (var (endpoint, filter) in ((string, string)[])[("Users", $"userName sw \"{letter}\""), ("Users", "id pr"), ("Groups", "displayName co \"a\"")])
        {
            var query = $"{endpoint}?filter={Uri.EscapeDataString(filter)}&count=10&cursor";
            var whole = (await app.Scim.FilterAsync(endpoint, filter)).Ids();
            var walked = new List<string>();
            for (var cursor = ""; cursor is not null;)
            {
                // An empty cursor with and without its sign of equality, as the RFC's own example leaves it out.
                var page = await app.Scim.GetScimAsync(cursor.Length == 0 ? query : $"{query}={cursor}");

                Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(page["schemas"]!.AsArray())!);
                Assert.Equal(whole.Count, (int)page["totalResults"]!);
                Assert.Equal((int)page["itemsPerPage"]!, page.Resources().Count);
                Assert.InRange(page.Resources().Count, 1, 10);
                walked.AddRange(page.Ids());
                cursor = page.TextAt("nextCursor");
                Assert.Equal(walked.Count == whole.Count, cursor is null);
                Assert.Matches("^[A-Za-z0-9._~-]+$", cursor ?? "none");
            }

            Assert.Equal(whole, walked);
            Assert.Equal((await app.Scim.GetScimAsync(query)).Ids(), (await app.Scim.GetScimAsync($"{query}=")).Ids());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2-zero")]
    public async Task Section_2_a_count_of_zero_or_less_asks_for_the_total_alone(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var (query, total) in ((string, int)[])[
            ("", SharedApps.People), ("&sortBy=userName", SharedApps.People), ("&filter=userName%20eq%20%22nobody%22", 0), ("&filter=userName%20pr", SharedApps.People)])
        {
            foreach (var count in (string[])["0", "-1", "-99999999999"])
            {
                var page = await app.Scim.GetScimAsync($"Users?cursor&count={count}{query}");

                Assert.Equal(total, (int)page["totalResults"]!);
                Assert.Equal(0, (int)page["itemsPerPage"]!);
                Assert.Empty(page.Resources());
                Assert.Null(page["nextCursor"]);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2.1-error", "9865-2.1-invalid-cursor", "9865-2.1-invalid-count", "9865-2.1-detail")]
    public async Task Section_2_1_wrong_parameters_say_which_and_why(string provider)
    {
        var app = await apps.OnAsync(provider);
        var cursor = (await app.Scim.GetScimAsync("Users?cursor&count=10")).TextAt("nextCursor")!;
        foreach (var (query, scimType) in ((string, string)[])[
            ("Users?cursor=nonsense&count=10", "invalidCursor"), ($"Users?cursor={cursor[..^1]}&count=10", "invalidCursor"), ($"Users?cursor={cursor}x&count=10", "invalidCursor"),
            ($"Groups?cursor={cursor}&count=10", "invalidCursor"), ($"Users?cursor={cursor}&count=10&filter=active%20eq%20true", "invalidCursor"),
            ("Users?cursor&count=ten", "invalidCount"), ($"Users?cursor={cursor}&count=20", "invalidCount"),
            ($"Users?cursor={cursor}&startIndex=1&count=10", "invalidValue")])
        {
            Assert.NotEmpty(await app.Scim.TryGetAsync(query).ShouldBeScimErrorAsync(400, scimType));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2.1-expired-cursor", "9865-4-limits")]
    public async Task Section_2_1_a_cursor_that_is_too_old_has_expired(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0, TimeProvider = time }, Ct);
        SmallCompany.Fill(hibob.Company, 12);
        await using var app = ScimBridgeApp.Start(database, [hibob], time: time);
        await app.SyncAsync(cancellationToken: Ct);
        var lifetime = TimeSpan.FromSeconds((int)(await app.Scim.GetScimAsync("ServiceProviderConfig"))["pagination"]!["cursorTimeout"]!);
        var cursor = (await app.Scim.GetScimAsync("Users?cursor&count=5")).TextAt("nextCursor");

        time.Advance(lifetime - TimeSpan.FromSeconds(1));
        await app.Scim.GetScimAsync($"Users?cursor={cursor}&count=5");
        time.Advance(TimeSpan.FromSeconds(2));

        await app.Scim.TryGetAsync($"Users?cursor={cursor}&count=5").ShouldBeScimErrorAsync(400, "expiredCursor");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2.2-sorted")]
    public async Task Section_2_2_cursor_pages_are_sorted_too(string provider)
    {
        var app = await apps.OnAsync(provider);
        const string Query = "Users?sortBy=name.familyName&sortOrder=descending";
        var whole = (await app.Scim.GetScimAsync($"{Query}&count=1000")).Ids();
        var walked = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await app.Scim.GetScimAsync($"{Query}&count=60&cursor={cursor}");
            walked.AddRange(page.Ids());
            cursor = page.TextAt("nextCursor");
        }

        Assert.Equal(whole, walked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-2.3-default", "9865-2.3-compatible")]
    public async Task Section_2_3_without_a_paging_parameter_the_page_is_found_by_index_as_it_always_was(string provider)
    {
        var app = await apps.OnAsync(provider);

        var page = await app.Scim.GetScimAsync("Users");

        Assert.Equal((SharedApps.People, 100, 1), ((int)page["totalResults"]!, (int)page["itemsPerPage"]!, (int)page["startIndex"]!));
        Assert.Equal("index", (await app.Scim.GetScimAsync("ServiceProviderConfig"))["pagination"]!.AsObject().TextAt("defaultPaginationMethod"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-3-search")]
    public async Task Section_3_a_search_by_POST_walks_by_cursor(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.FilterAsync("Users", "displayName co \"a\"")).Ids();
        var walked = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await app.Scim.SearchAsync(
                "Users/.search",
                $$"""{ "schemas": ["{{ScimSearches.SearchRequest}}"], "attributes": ["displayName", "userName"], "filter": "displayName co \"a\"", "cursor": "{{cursor}}", "count": 10 }""");
            Assert.All(page.Resources(), user => Assert.Empty(user.Members().Except(["schemas", "id", "displayName", "userName"])));
            walked.AddRange(page.Ids());
            cursor = page.TextAt("nextCursor");
        }

        Assert.Equal(whole, walked);
    }

    [Fact]
    [Shows("9865-4-configuration", "9865-4-methods", "9865-4-limits")]
    public async Task Section_4_the_configuration_says_how_pages_are_found()
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        var pagination = (await app.Scim.GetScimAsync("ServiceProviderConfig"))["pagination"];

        Assert.Equal(
            """{"cursor":true,"cursorTimeout":3600,"defaultPageSize":100,"defaultPaginationMethod":"index","index":true,"maxPageSize":1000}""",
            new JsonObject(pagination!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("9865-5.2-confined", "9865-5.2-authorised", "9865-5.2-same-error")]
    public async Task Section_5_2_a_cursor_of_another_directory_opens_nothing_and_tells_nothing(string provider)
    {
        var app = await apps.OnAsync(provider);
        using var globex = app.ClientOf("globex");
        using var anonymous = app.Anonymous();
        var cursor = (await app.Scim.GetScimAsync("Users?cursor&count=10")).TextAt("nextCursor")!;

        var foreign = await globex.TryGetAsync($"Users?cursor={cursor}&count=10").ShouldBeScimErrorAsync(400, "invalidCursor");
        var forged = await globex.TryGetAsync("Users?cursor=forged&count=10").ShouldBeScimErrorAsync(400, "invalidCursor");
        await anonymous.TryGetAsync($"/scim/v2/Users?cursor={cursor}&count=10").ShouldBeScimErrorAsync(401);

        Assert.Equal(WithoutRequest(forged), WithoutRequest(foreign));
    }

    private static string WithoutRequest(string detail) => detail.Split(" Request ")[0];
}

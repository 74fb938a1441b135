using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Paging by cursor (RFC 9865).</summary>
public sealed partial class CursorTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, string>> Lists => PagingTests.Lists;

    [Theory, MemberData(nameof(Lists))]
    public async Task Walking_gives_everything_once_and_in_the_order_of_the_list(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        foreach (var query in (string[])["", "&filter=id%20pr", "&sortBy=displayName", "&sortBy=meta.version&sortOrder=descending&filter=displayName%20co%20%22e%22", "&attributes=id", "&filter=id%20eq%20%22x%22"])
        {
            var whole = await app.Scim.GetScimAsync($"{endpoint}?count=1000{query}");
            foreach (var size in (int[])[37, 100, (int)whole["totalResults"]! is 0 ? 1 : (int)whole["totalResults"]!])
            {
                var pages = await WalkAsync(app.Scim, $"{endpoint}?count={size}{query}");

                Assert.Equal(whole.Ids(), pages.SelectMany(page => page.Ids()));
                Assert.All(pages, page => Assert.Equal((int)whole["totalResults"]!, (int)page["totalResults"]!));
                Assert.All(pages, page => Assert.Equal(page.Ids().Count, (int)page["itemsPerPage"]!));
                Assert.All(pages, page => Assert.False(page.ContainsKey("startIndex") || page.ContainsKey("previousCursor")));
                Assert.All(pages.SkipLast(1), page => Assert.Equal(size, page.Ids().Count));
            }
        }
    }

    [Fact]
    public async Task A_cursor_is_made_of_unreserved_characters_and_says_nothing()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var page = await app.Scim.GetScimAsync("Users?cursor&count=1");
        var cursor = (string)page["nextCursor"]!;

        Assert.Matches(Unreserved(), cursor);
        Assert.NotEqual(cursor, (string)(await app.Scim.GetScimAsync("Users?cursor=&count=1"))["nextCursor"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cursor_that_is_forged_or_of_something_else_is_refused_with_one_text(string provider)
    {
        var app = await apps.OnAsync(provider);
        const string Query = "count=2&filter=userName%20pr&sortBy=userName&attributes=userName";
        var cursor = (string)(await app.Scim.GetScimAsync($"Users?{Query}&cursor="))["nextCursor"]!;
        var flipped = cursor[..^5] + (cursor[^5] == 'A' ? 'B' : 'A') + cursor[^4..];
        using var other = app.ClientOf("globex");
        var details = new List<string>();
        foreach (var (client, path) in ((HttpClient, string)[])[
            (app.Scim, $"Users?{Query}&cursor={flipped}"), (app.Scim, $"Users?{Query}&cursor=x"), (app.Scim, $"Users?{Query}&cursor=%20"), (app.Scim, $"Users?{Query}&cursor={cursor}A"),
            (app.Scim, $"Users?{Query}&cursor={cursor[..^8]}"), (app.Scim, $"Users?{Query}&cursor=%00"), (other, $"Users?{Query}&cursor={cursor}"),
            (app.Scim, $"Groups?count=2&cursor={cursor}"), (app.Scim, $"Users?count=2&cursor={cursor}"),
            (app.Scim, $"Users?{Query.Replace("20pr", "20ne%20null", StringComparison.Ordinal)}&cursor={cursor}"), (app.Scim, $"Users?{Query}&sortOrder=descending&cursor={cursor}"),
            (app.Scim, $"Users?{Query.Replace("attributes=", "excludedAttributes=", StringComparison.Ordinal)}&cursor={cursor}")])
        {
            details.Add(await client.TryGetAsync(path).ShouldBeScimErrorAsync(400, "invalidCursor"));
        }

        Assert.Single(details.Select(detail => Request().Replace(detail, "")).Distinct());
        Assert.Equal(2, (await app.Scim.GetScimAsync($"Users?{Query.Replace("userName%20pr", "USERNAME%20PR", StringComparison.Ordinal)}&cursor={cursor}")).Ids().Count);
    }

    [Fact]
    public async Task Counts_that_are_none_or_change_are_refused()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var cursor = (string)(await app.Scim.GetScimAsync("Users?cursor=&count=2"))["nextCursor"]!;
        foreach (var query in (string[])["cursor=&count=x", "cursor=&count=", $"cursor={cursor}&count=3", $"cursor={cursor}", $"cursor={cursor}&count=0", $"cursor={cursor}&count=-2"])
        {
            await app.Scim.TryGetAsync($"Users?{query}").ShouldBeScimErrorAsync(400, "invalidCount");
        }

        Assert.Equal(SharedApps.People, (await app.Scim.GetScimAsync("Users?cursor=&count=100000")).Ids().Count);
    }

    [Fact]
    public async Task A_cursor_does_not_go_with_an_index_or_with_the_server_root()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users?cursor=&startIndex=1", "Groups?cursor=x&startIndex=1", "?cursor=", "?cursor=x&count=2"])
        {
            await app.Scim.TryGetAsync(path).ShouldBeScimErrorAsync(400, "invalidValue");
        }
    }

    [Fact]
    public async Task Without_a_cursor_lists_are_paged_by_index()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var page = await app.Scim.GetScimAsync("Users");

        Assert.Equal(1, (int)page["startIndex"]!);
        Assert.False(page.ContainsKey("nextCursor"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cursor_expires_after_an_hour_and_with_its_version(string provider)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var simulator = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10, TimeProvider = time }, Ct);
        await using var app = ScimBridgeApp.Start(database, [simulator], time: time);
        await app.SyncAsync(cancellationToken: Ct);
        var cursor = (string)(await app.Scim.GetScimAsync("Users?cursor=&count=2"))["nextCursor"]!;

        time.Advance(TimeSpan.FromSeconds(3600));
        var fresh = (string)(await app.Scim.GetScimAsync($"Users?count=2&cursor={cursor}"))["nextCursor"]!;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("3600", await app.Scim.TryGetAsync($"Users?count=2&cursor={cursor}").ShouldBeScimErrorAsync(400, "expiredCursor"), StringComparison.Ordinal);
        Assert.Equal(2, (await app.Scim.GetScimAsync($"Users?count=2&cursor={fresh}")).Ids().Count);

        // As the retention of old versions does it.
        simulator.Company.Update(simulator.Company.People[0].Id, "work.title", "Pilot");
        await app.SyncAsync(cancellationToken: Ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        Assert.Equal(1, await db.DirectoryVersions.Where(version => version.Version == 1).ExecuteDeleteAsync(Ct));
        await app.Scim.TryGetAsync($"Users?count=2&cursor={fresh}").ShouldBeScimErrorAsync(400, "expiredCursor");
    }

    /// <summary>The pages of a walk from its beginning.</summary>
    internal static async Task<List<JsonObject>> WalkAsync(HttpClient client, string path)
    {
        var pages = new List<JsonObject>();
        var cursor = "";
        do
        {
            var page = await client.GetScimAsync($"{path}&cursor={cursor}");
            pages.Add(page);
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return pages;
    }

    [GeneratedRegex("^[A-Za-z0-9._~-]{20,}$")]
    private static partial Regex Unreserved();

    [GeneratedRegex(" Request [^ ]+$")]
    private static partial Regex Request();
}

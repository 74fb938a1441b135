using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Admin;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Reporting;

public sealed class ReportingQueryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Filters over seven users, with the numbers of those they find.</summary>
    private static readonly (string Text, int[] Found)[] Filters =
    [
        ("LastModified gt 2026-01-05T00:00:00Z", [4, 5, 6]),
        ("LastModified ge 2026-01-05T09:00:00%2B01:00 and LastModified lt 2026-01-06T08:00:00Z", [4]),
        ("Active", [1, 2, 4, 5]),
        ("not Active", [0, 3, 6]),
        ("Department eq null", [1, 3, 5]),
        ("Department eq 'Sales' and Active eq true", [2, 4]),
        ("Department ne 'Sales'", [1, 3, 5]),
        ("contains(UserName,'nn3@')", [3]),
        ("contains(UserName,'NN3@')", []),
        ("contains(DisplayName,'100%25_')", [0, 1, 2, 3, 4, 5, 6]),
        ("startswith(UserName,'Ann2')", [2]),
        ("startswith(UserName,'ann2')", []),
        ("startswith(UserName,'')", [0, 1, 2, 3, 4, 5, 6]),
        ("startswith(DisplayName,'O''Neil')", [0, 1, 2, 3, 4, 5, 6]),
        ("startswith(DisplayName,'_')", []),
        ("endswith(UserName,'acme.example')", [0, 1, 2, 3, 4, 5, 6]),
        ("endswith(UserName,'ACME.example')", []),
        ("endswith(ExternalId,'far longer than any id is')", []),
        ("ExternalId in ('1','5','9')", [1, 5]),
        ("StartDate ge '2024-01-01'", [4, 5]),
        ("Id gt 'acme-00004'", [5, 6]),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Filters_find_the_same_on_both_databases(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (_, client) = await host.SeedAsync("acme", 7, Ct);

        foreach (var (filter, found) in Filters)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>($"odata/Users?$count=true&$filter={filter}", Ct);

            var numbers = answer.GetProperty("value").EnumerateArray().Select(user => int.Parse(user.GetProperty("ExternalId").GetString()!, null));
            Assert.True(found.SequenceEqual(numbers), $"{filter} found {string.Join(", ", numbers)}");
            Assert.Equal(found.Length, answer.GetProperty("@odata.count").GetInt32());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_without_a_value_come_first_and_last_when_descending(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (_, client) = await host.SeedAsync("acme", 7, Ct);

        var ascending = await NumbersAsync(client, "$orderby=Department,Id");
        var descending = await NumbersAsync(client, "$orderby=Department desc,Id");

        Assert.Equal([1, 3, 5, 0, 2, 4, 6], ascending);
        Assert.Equal([0, 2, 4, 6, 1, 3, 5], descending);
    }

    private static async Task<IEnumerable<int>> NumbersAsync(HttpClient client, string query)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>($"odata/Users?{query}", Ct);
        return answer.GetProperty("value").EnumerateArray().Select(user => int.Parse(user.GetProperty("ExternalId").GetString()!, null)).ToList();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_are_sorted_cut_and_reduced_to_what_was_selected(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (_, client) = await host.SeedAsync("acme", 7, Ct);

        var text = await client.GetStringAsync("odata/Users?$select=ExternalId,Active&$orderby=Active desc,LastModified desc&$skip=1&$top=2&$count=true", Ct);
        var answer = JsonElement.Parse(text);

        Assert.Equal(7, answer.GetProperty("@odata.count").GetInt32());
        Assert.False(answer.TryGetProperty("@odata.nextLink", out _));
        Assert.Equal(["4", "2"], answer.GetProperty("value").EnumerateArray().Select(user => user.GetProperty("ExternalId").GetString()));
        Assert.Equal(["ExternalId", "Active"], answer.GetProperty("value")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal($"{host.Address}odata/$metadata#Users(ExternalId,Active)", answer.GetProperty("@odata.context").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pages_hold_a_thousand_and_a_walk_is_not_disturbed_by_a_sync(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (directory, client) = await host.SeedAsync("acme", 2005, Ct);
        var first = await client.GetFromJsonAsync<JsonElement>("odata/Users?$select=Id&$top=2003", Ct);
        await host.StoreAsync(
            db =>
            {
                db.Directories.Single(record => record.Id == directory.Id).Version = 2;
                db.DirectoryVersions.Add(new DirectoryVersionRecord { DirectoryId = directory.Id, Version = 2, At = ReportingTestData.Created.AddDays(1), Users = 0 });
                foreach (var user in db.Users.Where(user => user.DirectoryId == directory.Id))
                {
                    user.ValidTo = 2;
                }
            },
            Ct);

        var pages = new List<JsonElement> { first };
        while (pages[^1].TryGetProperty("@odata.nextLink", out var next))
        {
            pages.Add(await client.GetFromJsonAsync<JsonElement>(next.GetString(), Ct));
        }

        Assert.Equal([1000, 1000, 3], pages.Select(page => page.GetProperty("value").GetArrayLength()));
        Assert.Equal(2003, pages.SelectMany(page => page.GetProperty("value").EnumerateArray()).Select(user => user.GetProperty("Id").GetString()).Distinct().Count());
        var now = await client.GetFromJsonAsync<JsonElement>("odata/Users", Ct);
        Assert.Equal(0, now.GetProperty("value").GetArrayLength());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Runs_are_found_by_the_words_of_the_api(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (acme, client) = await host.SeedAsync("acme", 0, Ct);
        await host.StoreAsync(
            db => db.SyncRuns.AddRange(
                AdminApiTests.Finished(acme, SyncOutcome.SucceededWithIssues, ReportingTestData.Created),
                AdminApiTests.Finished(acme, SyncOutcome.Failed, ReportingTestData.Created.AddHours(1)),
                new SyncRunRecord { Id = Guid.CreateVersion7(), DirectoryId = acme.Id, Trigger = SyncTrigger.Schedule, RequestedAt = ReportingTestData.Created.AddHours(2) }),
            Ct);

        var issues = await client.GetFromJsonAsync<JsonElement>("odata/SyncRuns?$filter=Outcome eq 'succeeded_with_issues' and Trigger eq 'api'", Ct);
        var open = await client.GetFromJsonAsync<JsonElement>("odata/SyncRuns?$filter=Outcome eq null and FinishedAt eq null", Ct);
        var newest = await client.GetFromJsonAsync<JsonElement>("odata/SyncRuns?$orderby=RequestedAt desc&$top=2&$select=State,ErrorReason", Ct);

        Assert.Equal(9, Assert.Single(issues.GetProperty("value").EnumerateArray()).GetProperty("Read").GetInt32());
        Assert.Equal("schedule", Assert.Single(open.GetProperty("value").EnumerateArray()).GetProperty("Trigger").GetString());
        Assert.Equal(["queued", "finished"], newest.GetProperty("value").EnumerateArray().Select(run => run.GetProperty("State").GetString()));
        Assert.Equal("unavailable", newest.GetProperty("value")[1].GetProperty("ErrorReason").GetString());
    }

    [Theory]
    [InlineData("$filter=Nothing eq 1")]
    [InlineData("$filter=UserName eq")]
    [InlineData("$filter=UserName eq 1")]
    [InlineData("$filter=Body ne null")]
    [InlineData("$filter=Ordinal gt 0")]
    [InlineData("$filter=year(Created) eq 2026")]
    [InlineData("$filter=indexof(UserName,'a') eq 0")]
    [InlineData("$filter=tolower(UserName) eq 'a'")]
    [InlineData("$filter=matchesPattern(UserName,'a.*')")]
    [InlineData("$filter=concat(UserName,'a') eq 'b'")]
    [InlineData("$filter=length(UserName) add 1 eq 2")]
    [InlineData("$filter=cast(UserName,'Edm.Int32') eq 1")]
    [InlineData("$filter=UserName eq 'a%00'")]
    [InlineData("$filter=Active&$filter=Active")]
    [InlineData("$expand=Manager")]
    [InlineData("$apply=aggregate($count as N)")]
    [InlineData("apply=aggregate($count as N)")]
    [InlineData("$compute=1 as N")]
    [InlineData("$search=a")]
    [InlineData("$unknown=1")]
    [InlineData("$orderby=Nothing")]
    [InlineData("$orderby=length(UserName)")]
    [InlineData("$orderby=Id,UserName,Title,Site,Active")]
    [InlineData("$select=Body")]
    [InlineData("$top=-1")]
    [InlineData("$top=10001")]
    [InlineData("$top=99999999999")]
    [InlineData("$skip=-1")]
    [InlineData("$count=maybe")]
    [InlineData("$skiptoken=1")]
    [InlineData("$skiptoken=2-0")]
    [InlineData("$skiptoken=0-0")]
    [InlineData("$skiptoken=1--5")]
    [InlineData("$format=atom")]
    public async Task A_query_that_the_feed_does_not_offer_is_a_400_that_says_why(string query)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var (_, client) = await host.SeedAsync("acme", 2, Ct);

        using var response = await client.GetAsync($"odata/Users?{query}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error");
        Assert.Equal("InvalidQuery", error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_filter_has_a_largest_size()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var (_, client) = await host.SeedAsync("acme", 1, Ct);
        var filter = string.Join(" or ", Enumerable.Range(0, 100).Select(_ => "Active"));

        using var response = await client.GetAsync($"odata/Users?$filter={filter}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}

using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class LongListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_never_has_more_than_a_thousand_and_a_large_group_comes_whole(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 3000, RateLimitPerMinute = 0 }, Ct);
        hibob.Company.AddListItem("department", "everybody", "Everybody");
        foreach (var person in hibob.Company.People)
        {
            hibob.Company.Update(person.Id, "work.department", "everybody");
        }

        await using var app = ScimBridgeApp.Start(database, [hibob]);
        var run = await app.SyncAsync(cancellationToken: Ct);
        Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, run.ErrorDetail);

        var page = await app.Scim.GetScimAsync("Users?count=5000");
        Assert.Equal((3000, 1000, 1000), ((int)page["totalResults"]!, (int)page["itemsPerPage"]!, page["Resources"]!.AsArray().Count));
        var active = new List<string>();
        for (var start = 1; start <= 3000; start += 1000)
        {
            var users = await app.Scim.GetScimAsync($"Users?count=2147483648&startIndex={start}");
            active.AddRange(users.Resources().Where(user => (bool)user["active"]!).Select(user => (string)user["id"]!));
        }

        Assert.InRange(active.Count, 2000, 2999);

        var found = await app.Scim.FilterAsync("Groups", "displayName eq \"everybody\"");
        var listed = Assert.Single(found.Resources());
        var group = await app.Scim.GetScimAsync($"Groups/{(string)listed["id"]!}");
        var members = group["members"]!.AsArray().Select(member => (string)member!["value"]!).ToList();
        Assert.Equal(active, members);
        Assert.Equal(listed.ToJsonString(), group.ToJsonString());
        Assert.All(group["members"]!.AsArray(), member => Assert.Equal($"{app.Address}/scim/v2/Users/{(string)member!["value"]!}", (string)member["$ref"]!));
        var without = await app.Scim.GetScimAsync($"Groups/{(string)listed["id"]!}?excludedAttributes=members");
        Assert.False(without.ContainsKey("members"));
        var values = await app.Scim.GetScimAsync($"Groups/{(string)listed["id"]!}?attributes=members.value");
        Assert.Equal(members, values["members"]!.AsArray().Select(member => (string)member!["value"]!));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deep_pages_stay_exact_when_people_before_them_are_deleted(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(
            new HiBobSimulatorOptions { People = 320, RateLimitPerMinute = 0, TimeProvider = time }, Ct);
        await using var app = ScimBridgeApp.Start(
            database, [hibob], time: time, settings: new Dictionary<string, string?> { ["Directories:0:Sync:DeleteMissingAfterDays"] = "1" });
        await app.SyncAsync(cancellationToken: Ct);
        var before = await app.Scim.GetScimAsync("Users?count=1000");
        Assert.Equal(320, before.Ids().Count);

        // The first of all, those around two anchors, and the last: four at a time pass the gate.
        int[] positions = [0, 99, 100, 199, 200, 299, 300, 319];
        var gone = positions.Select(position => before.Resources()[position]).ToList();
        foreach (var batch in gone.Chunk(4))
        {
            foreach (var user in batch)
            {
                hibob.Company.Remove((string)user["externalId"]!);
            }

            time.Advance(TimeSpan.FromDays(2));
            await SyncAsync(app);
            time.Advance(TimeSpan.FromDays(2));
            await SyncAsync(app);
        }

        // One person more, behind all others.
        hibob.Company.Add(("root.firstName", "Newly"), ("root.surname", "Joined"), ("root.email", "newly@example.com"), ("work.startDate", new DateOnly(2020, 1, 1)));
        await SyncAsync(app);

        var goneIds = gone.Select(user => (string)user["id"]!).ToHashSet(StringComparer.Ordinal);
        var after = await app.Scim.GetScimAsync("Users?count=1000");
        Assert.Equal(313, (int)after["totalResults"]!);
        Assert.Equal(before.Ids().Where(id => !goneIds.Contains(id)), after.Ids().Take(312));
        foreach (var size in (int[])[1, 50, 100, 101])
        {
            foreach (var start in (int[])[1, 99, 100, 101, 199, 200, 201, 300, 301, 312, 313, 314])
            {
                var page = await app.Scim.GetScimAsync(string.Create(CultureInfo.InvariantCulture, $"Users?startIndex={start}&count={size}"));

                Assert.Equal(after.Ids().Skip(start - 1).Take(size), page.Ids());
                Assert.Equal(313, (int)page["totalResults"]!);
            }
        }

        foreach (var id in goneIds)
        {
            await app.Scim.TryGetAsync($"Users/{id}").ShouldBeScimErrorAsync(404);
        }

        Assert.Equal(313, (int)(await app.Scim.FilterAsync("Users", "id pr"))["totalResults"]!);
    }

    private static async Task SyncAsync(ScimBridgeApp app)
    {
        var run = await app.SyncAsync(cancellationToken: Ct);
        Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, run.ErrorDetail);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Clients;

/// <summary>SAP Identity Provisioning with a source system of the type "SCIM".</summary>
/// <remarks>
/// What it maps: https://github.com/SAP-docs/btp-cloud-identity-services/blob/main/docs/scim-system-0d8e2be.md.
/// What a delta read needs, <c>meta.lastModified</c> and <c>gt</c> on it:
/// https://github.com/SAP-docs/btp-cloud-identity-services/blob/main/docs/Operation-Guide/manage-full-and-delta-read-b7f817c.md.
/// </remarks>
public sealed class SapIdentityProvisioningTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_full_read_pages_through_users_and_groups_with_their_members(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = await ReadAsync(app.Scim, "Users", "");
        var groups = await ReadAsync(app.Scim, "Groups", "");

        // What the default transformation takes: the id, the userName and the primary address that people are told apart by.
        Assert.Equal(SharedApps.People, users.Select(user => user.TextAt("id")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(SharedApps.People, users.Select(user => user.TextAt("userName")).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(users.Where(user => user.ContainsKey("emails")), user => Assert.Single(user.ValuesOf("emails"), email => (bool?)email["primary"] == true));
        var known = users.Select(user => user.TextAt("id")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(groups.SelectMany(group => group.ValuesOf("members")));
        Assert.All(groups.SelectMany(group => group.ValuesOf("members")), member => Assert.Contains(member.TextAt("value"), known));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_user_filter_of_the_source_system_narrows_the_read(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = await ReadAsync(app.Scim, "Users", "");
        var (family, country) = users.Select(user => (user.TextAt("name", "familyName"), user.ValuesOf("addresses").FirstOrDefault()?.TextAt("country")))
            .First(pair => pair is ({ }, { }));

        var found = await ReadAsync(app.Scim, "Users", $"name.familyName eq {family!.Quoted()} and addresses.country eq {country!.Quoted()}");

        Assert.Equal(
            users.Where(user => Same(user.TextAt("name", "familyName"), family) && user.ValuesOf("addresses").Any(address => Same(address.TextAt("country"), country))).Select(Json),
            found.Select(Json));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_delta_read_gets_whoever_changed_since_the_last_read_and_their_groups(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0, TimeProvider = time }, Ct);
        SmallCompany.Fill(hibob.Company, 20);
        await using var app = ScimBridgeApp.Start(database, [hibob], time: time);
        await app.SyncAsync(cancellationToken: Ct);
        var before = await ReadAsync(app.Scim, "Users", "");
        var lastRead = before.Max(user => user.TextAt("meta", "lastModified"))!;

        time.Advance(TimeSpan.FromHours(1));
        hibob.Company.Update(SmallCompany.Id(4), "work.title", "Admiral");
        hibob.Company.Update(SmallCompany.Id(6), "work.department", SmallCompany.Platform);
        await app.SyncAsync(cancellationToken: Ct);

        foreach (var filter in (string[])[
            $"meta.lastModified gt \"{lastRead}\"",
            $"meta.lastModified ge \"{time.GetUtcNow().AddMinutes(-30).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}\""])
        {
            Assert.Equal([SmallCompany.Id(4), SmallCompany.Id(6)], (await ReadAsync(app.Scim, "Users", filter)).Select(user => user.TextAt("externalId")!));
            Assert.Equal(
                [$"department:{SmallCompany.Platform}", $"department:{SmallCompany.Sales}"],
                (await ReadAsync(app.Scim, "Groups", filter)).Select(group => group.TextAt("externalId")!).Order(StringComparer.Ordinal));
        }

        var now = (await ReadAsync(app.Scim, "Users", "")).Max(user => user.TextAt("meta", "lastModified"))!;
        Assert.Empty(await ReadAsync(app.Scim, "Users", $"meta.lastModified gt \"{now}\""));
    }

    private static async Task<List<JsonObject>> ReadAsync(HttpClient client, string endpoint, string filter)
    {
        var all = new List<JsonObject>();
        for (var total = 1; all.Count < total;)
        {
            var page = await client.ListStrictlyAsync($"{endpoint}?startIndex={all.Count + 1}&count=100{(filter.Length == 0 ? "" : $"&filter={Uri.EscapeDataString(filter)}")}");
            total = (int)page["totalResults"]!;
            all.AddRange(page.Resources());
        }

        return all;
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Json(JsonObject user) => user.ToJsonString();
}

using System.Globalization;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Clients;

/// <summary>SailPoint's SCIM 2.0 source, as it aggregates accounts and groups.</summary>
/// <remarks>
/// Discovery before anything else: https://documentation.sailpoint.com/connectors/saas/scim_2_0/help/saas_connectivity/scim_2_0_saas/prerequisites.html.
/// Filters, explicit attributes and delta aggregation: https://documentation.sailpoint.com/connectors/scim_2_0/help/integrating_scim2/aggregation_settings.html.
/// </remarks>
public sealed class SailPointTests(SharedApps apps)
{
    [Fact]
    public async Task The_five_discovery_documents_are_there_and_fit_together()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var config = await app.Scim.GetScimAsync("ServiceProviderConfig");
        var types = await app.Scim.ListStrictlyAsync("ResourceTypes");
        var schemas = (await app.Scim.ListStrictlyAsync("Schemas")).Ids();

        Assert.True((bool)config["filter"]!["supported"]!);
        foreach (var name in (string[])["User", "Group"])
        {
            var type = await app.Scim.GetStrictlyAsync($"ResourceTypes/{name}");
            Assert.Equal(types.Resources().Single(listed => listed.TextAt("name") == name).ToJsonString(), type.ToJsonString());
            Assert.Contains(type.TextAt("schema"), schemas);
            Assert.All(type.ValuesOf("schemaExtensions"), extension => Assert.Contains(extension.TextAt("schema"), schemas));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Accounts_are_aggregated_under_a_filter(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        var start = users[10].TextAt("userName")![..2];

        var found = await app.Scim.ListStrictlyAsync($"Users?filter={Uri.EscapeDataString($"username sw {start.ToUpperInvariant().Quoted()}")}&startIndex=1&count=100");

        Assert.Equal(
            users.Where(user => user.TextAt("userName")!.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(user => user.TextAt("id")!).Take(100), found.Ids());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Groups_are_aggregated_under_a_filter_with_their_members(string provider)
    {
        var app = await apps.OnAsync(provider);

        var found = await app.Scim.ListStrictlyAsync($"Groups?filter={Uri.EscapeDataString("DisplayName sw \"extra 1\"")}&startIndex=1&count=1000");

        Assert.Equal(111, (int)found["totalResults"]!);
        Assert.All(found.Resources(), group => Assert.StartsWith("Extra 1", group.TextAt("displayName"), StringComparison.Ordinal));
        Assert.Contains((await app.Scim.ListStrictlyAsync("Groups?startIndex=1&count=1000")).Resources(), group => group.ValuesOf("members").Any());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Accounts_come_with_exactly_the_attributes_that_were_asked_for_in_the_address(string provider)
    {
        var app = await apps.OnAsync(provider);

        var list = await app.Scim.ListStrictlyAsync("Users?attributes=userName,name.givenName,active,organizationId&startIndex=1&count=100");

        Assert.All(list.Resources(), user => Assert.Empty(user.Members().Except(["schemas", "id", "userName", "name", "active"])));
        Assert.All(list.Resources(), user => Assert.Contains("userName", user.Members()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Delta_aggregation_asks_for_what_changed_and_joins_it_to_the_filter(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        var last = users.Max(user => DateTimeOffset.Parse(user.TextAt("meta", "lastModified")!, CultureInfo.InvariantCulture));
        foreach (var (moment, everybody) in ((DateTimeOffset, bool)[])[(last.AddMinutes(-5), true), (last.AddMinutes(5), false)])
        {
            var stamp = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            foreach (var (filter, expected) in ((string, int)[])[
                ($"meta.lastModified gt \"{stamp}\"", everybody ? users.Count : 0),
                ($"active eq true and meta.lastModified ge \"{stamp}\"", everybody ? users.Count(user => (bool)user["active"]!) : 0)])
            {
                Assert.Equal(expected, (int)(await app.Scim.ListStrictlyAsync($"Users?filter={Uri.EscapeDataString(filter)}&startIndex=1&count=100"))["totalResults"]!);
            }
        }
    }
}

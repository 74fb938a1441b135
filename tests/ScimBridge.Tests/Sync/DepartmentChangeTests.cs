using System.Globalization;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Mapping;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

public sealed class DepartmentChangeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_changes_department_takes_both_groups_along_and_nobody_else(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var mover = SmallCompany.Id(3);
        var before = await scenario.UserAsync(mover);
        var bystander = await RawAsync(scenario, $"Users/{SyncScenario.UserId(SmallCompany.Id(5))}");
        var site = await RawAsync(scenario, $"Groups/{SyncScenario.GroupId(GroupKey.Site, "2700101")}");
        var (left, joined) = (await scenario.DepartmentAsync(SmallCompany.Platform), await scenario.DepartmentAsync(SmallCompany.Sales));

        scenario.Company.Update(mover, "work.department", SmallCompany.Sales);
        var run = await scenario.SyncedAsync();

        var after = await scenario.UserAsync(mover);
        Assert.Equal((1, 2, 0, 0), (run.Updated, run.GroupsChanged, run.Created, run.Deactivated));
        Assert.Equal("Sales", (string?)Enterprise(after)["department"]);
        Assert.Equal(["Oslo", "Sales"], Displays(after["groups"]).Order(StringComparer.Ordinal));
        AssertNewer(before, after);
        Assert.Equal((string?)before["meta"]!["created"], (string?)after["meta"]!["created"]);

        var (leftAfter, joinedAfter) = (await scenario.DepartmentAsync(SmallCompany.Platform), await scenario.DepartmentAsync(SmallCompany.Sales));
        AssertNewer(left, leftAfter);
        AssertNewer(joined, joinedAfter);
        Assert.DoesNotContain("Person No 3", Displays(leftAfter["members"]));
        Assert.Contains("Person No 3", Displays(joinedAfter["members"]));
        Assert.Equal(5, leftAfter["members"]!.AsArray().Count);
        Assert.Equal(7, joinedAfter["members"]!.AsArray().Count);
        Assert.Equal((string?)after["meta"]!["lastModified"], (string?)joinedAfter["meta"]!["lastModified"]);

        Assert.Equal(bystander, await RawAsync(scenario, $"Users/{SyncScenario.UserId(SmallCompany.Id(5))}"));
        Assert.Equal(site, await RawAsync(scenario, $"Groups/{SyncScenario.GroupId(GroupKey.Site, "2700101")}"));
        var again = await scenario.SyncedAsync();
        Assert.Equal(run.VersionAfter, again.VersionAfter);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_renamed_department_keeps_its_id_and_is_renamed_wherever_it_shows(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await scenario.DepartmentAsync(SmallCompany.Sales);
        var member = await scenario.UserAsync(SmallCompany.Id(2));

        scenario.Company.RenameListItem("department", SmallCompany.Sales, "Revenue");
        var run = await scenario.SyncedAsync();

        var after = await scenario.DepartmentAsync(SmallCompany.Sales);
        var memberAfter = await scenario.UserAsync(SmallCompany.Id(2));
        Assert.Equal((6, 1), (run.Updated, run.GroupsChanged));
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        Assert.Equal("Revenue", (string?)after["displayName"]);
        AssertNewer(before, after);
        AssertNewer(member, memberAfter);
        Assert.Contains("Revenue", Displays(memberAfter["groups"]));
        Assert.Equal("Revenue", (string?)Enterprise(memberAfter)["department"]);
        Assert.Equal(0, await scenario.CountAsync("Groups", "displayName eq \"Sales\""));
        Assert.Equal(1, await scenario.CountAsync("Groups", "displayName eq \"Revenue\""));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_department_is_a_group_before_anybody_is_in_it(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);

        scenario.Company.AddListItem("department", "263100999", "Fleet");
        var run = await scenario.SyncedAsync();

        var group = await scenario.DepartmentAsync("263100999");
        Assert.Equal((0, 1), (run.Updated, run.GroupsChanged));
        Assert.Equal("Fleet", (string?)group["displayName"]);
        Assert.Empty(Displays(group["members"]));
        Assert.Equal((string?)group["meta"]!["created"], (string?)group["meta"]!["lastModified"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_archived_department_stays_a_group_while_somebody_holds_it(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, people: 4);
        var group = $"Groups/{SyncScenario.GroupId(GroupKey.Department, SmallCompany.Sales)}";

        scenario.Company.ArchiveListItem("department", SmallCompany.Sales);
        var archived = await scenario.SyncedAsync();
        Assert.Equal(archived.VersionBefore, archived.VersionAfter);
        Assert.Equal(200, await scenario.StatusAsync(group));

        scenario.Company.Update(SmallCompany.Id(2), "work.department", SmallCompany.Platform);
        await scenario.SyncedAsync();
        Assert.Equal(200, await scenario.StatusAsync(group));

        scenario.Company.Update(SmallCompany.Id(4), "work.department", SmallCompany.Platform);
        await scenario.SyncedAsync();
        Assert.Equal(404, await scenario.StatusAsync(group));
        Assert.Equal(0, await scenario.CountAsync("Groups", "displayName eq \"Sales\""));

        scenario.Company.ArchiveListItem("department", SmallCompany.Sales, archived: false);
        await scenario.SyncedAsync();
        Assert.Equal(200, await scenario.StatusAsync(group));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_moves_to_another_site_has_its_address_and_group(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var mover = SmallCompany.Id(3);

        scenario.Company.Update(mover, "work.siteId", SmallCompany.Porto);
        var run = await scenario.SyncedAsync();

        var user = await scenario.UserAsync(mover);
        var work = user["addresses"]!.AsArray().Single(address => (string?)address!["type"] == "work")!;
        Assert.Equal((1, 2), (run.Updated, run.GroupsChanged));
        Assert.Equal(("Porto", "PT", "4000-443"), ((string?)work["locality"], (string?)work["country"], (string?)work["postalCode"]));
        Assert.Contains("Person No 3", Displays((await scenario.SiteAsync(SmallCompany.Porto))["members"]));
        Assert.DoesNotContain("Person No 3", Displays((await scenario.SiteAsync(SmallCompany.Oslo))["members"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_list_that_cannot_be_read_leaves_every_group_as_it_is(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);

        // Named like the site, and like each other's parent, so that every kind of longer name is in use.
        scenario.Company.AddListItem("department", "263100901", "Oslo");
        scenario.Company.AddListItem("department", "263100902", "Sales", SmallCompany.Engineering);
        await scenario.SyncedAsync();
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, TestContext.Current.CancellationToken);

        scenario.HiBob.Faults.Add(SimulatorFault.Status(403) with { Endpoint = SimulatorEndpoint.NamedList, Times = 1 });
        var run = await scenario.SyncedAsync();

        Assert.Equal(SyncOutcome.SucceededWithIssues, run.Outcome);
        Assert.Contains(("list_unreadable", null), await scenario.IssuesAsync(run));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, TestContext.Current.CancellationToken));
        Assert.Equal(run.VersionBefore, run.VersionAfter);
    }

    private static async Task<string> RawAsync(SyncScenario scenario, string path)
    {
        using var response = await scenario.App.Scim.GetAsync(path, TestContext.Current.CancellationToken);
        return $"{response.Headers.ETag} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    private static void AssertNewer(JsonObject before, JsonObject after)
    {
        Assert.NotEqual((string?)before["meta"]!["version"], (string?)after["meta"]!["version"]);
        Assert.True(Moment(before) < Moment(after), "lastModified did not move on.");
    }

    private static DateTimeOffset Moment(JsonObject resource) =>
        DateTimeOffset.Parse((string)resource["meta"]!["lastModified"]!, CultureInfo.InvariantCulture);
}

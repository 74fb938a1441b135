using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

/// <summary>Absent never clears, and empty does.</summary>
public sealed class AbsentFieldTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_category_that_is_no_longer_permitted_changes_nothing_and_the_run_says_so(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);

        scenario.HiBob.Permissions.RemoveCategories("workContact", "address", "employment");
        var run = await scenario.SyncedAsync();

        Assert.Equal((SyncOutcome.SucceededWithIssues, run.VersionBefore), (run.Outcome, run.VersionAfter));
        Assert.Contains(("not_permitted_or_unknown", null), await scenario.IssuesAsync(run));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_absent_stays_when_something_else_of_the_person_changes(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.HiBob.Permissions.RemoveCategories("workContact", "address");
        scenario.Company.Update(SmallCompany.Id(4), "work.title", "Admiral");

        var run = await scenario.SyncedAsync();

        var user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal(1, run.Updated);
        Assert.Equal("Admiral", (string?)user["title"]);
        Assert.Equal(["+47 22 00 0004", "+47 900 00004"], Values(user["phoneNumbers"]).Order(StringComparer.Ordinal));
        Assert.Equal(2, user["addresses"]!.AsArray().Count);

        // And once more, now that what is stored was itself completed from what was stored.
        scenario.Company.Update(SmallCompany.Id(4), "work.title", "Commodore");
        await scenario.SyncedAsync();
        user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal("Commodore", (string?)user["title"]);
        Assert.Equal(2, user["phoneNumbers"]!.AsArray().Count);
        Assert.Equal(2, user["addresses"]!.AsArray().Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_changed_while_it_was_not_permitted_shows_once_it_is_again(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.HiBob.Permissions.RemoveCategories("workContact");
        scenario.Company.Update(SmallCompany.Id(4), "work.workPhone", "+47 99");
        scenario.Company.Update(SmallCompany.Id(5), "work.workPhone", null);
        await scenario.SyncedAsync();
        Assert.Contains("+47 22 00 0004", Values((await scenario.UserAsync(SmallCompany.Id(4)))["phoneNumbers"]));

        scenario.HiBob.Permissions.GrantAll();
        var run = await scenario.SyncedAsync();

        Assert.Equal(2, run.Updated);
        Assert.Contains("+47 99", Values((await scenario.UserAsync(SmallCompany.Id(4)))["phoneNumbers"]));
        Assert.Equal(["+47 900 00005"], Values((await scenario.UserAsync(SmallCompany.Id(5)))["phoneNumbers"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_field_that_is_absent_for_one_person_keeps_its_last_known_value(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        await using var hibob = await RewritingHiBob.StartAsync(scenario.HiBob);
        hibob.Edit = people =>
        {
            var person = people[3]!.AsObject();
            person.Remove("/work/title");
            person["work"]!.AsObject().Remove("title");
            person["humanReadable"]!["work"]!.AsObject().Remove("title");
            person.Remove("/work/department");
            person["work"]!.AsObject().Remove("department");
        };
        await scenario.RestartAsync(hibob.Settings);
        scenario.Company.Update(SmallCompany.Id(4), "work.workPhone", "+47 99");

        var run = await scenario.SyncedAsync();

        var user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal((1, 0), (run.Updated, run.GroupsChanged));
        Assert.Equal(("Captain", "Sales"), ((string?)user["title"], (string?)Enterprise(user)["department"]));
        Assert.Contains("+47 99", Values(user["phoneNumbers"]));
        Assert.Contains("Sales", Displays(user["groups"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_value_that_was_really_emptied_is_cleared(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        foreach (var field in new[] { "work.workPhone", "work.workMobile", "work.title", "work.department", "work.siteId", "work.manager" })
        {
            scenario.Company.Update(SmallCompany.Id(4), field, null);
        }

        var run = await scenario.SyncedAsync();

        var user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal((1, 2), (run.Updated, run.GroupsChanged));
        Assert.Null(user["phoneNumbers"]);
        Assert.Null(user["title"]);
        Assert.Null(user["groups"]);
        Assert.Null(Enterprise(user)["department"]);
        Assert.Null(Enterprise(user)["manager"]);
        Assert.Equal("home", (string?)Assert.Single(user["addresses"]!.AsArray())!["type"]);
        Assert.DoesNotContain("Person No 4", Displays((await scenario.DepartmentAsync(SmallCompany.Sales))["members"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_missing_keeps_every_attribute(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await scenario.UserAsync(SmallCompany.Id(4));
        scenario.Company.Remove(SmallCompany.Id(4));
        await scenario.SyncedAsync();

        var after = await scenario.UserAsync(SmallCompany.Id(4));

        foreach (var attribute in before.Select(member => member.Key).Except(["active", "meta", "groups"]))
        {
            Assert.Equal(before[attribute]!.ToJsonString(), after[attribute]?.ToJsonString());
        }
    }
}

using System.Globalization;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

/// <summary>People who come, go and come back; the scenario's first day is 15 October 2026.</summary>
public sealed class LifecycleChangeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task With_a_retention_of_no_days_whoever_is_missing_stays_inactive_for_ever(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6, ("Directories:0:Sync:DeleteMissingAfterDays", "0"));
        var id = SmallCompany.Id(3);
        scenario.Company.Remove(id);
        Assert.Equal(1, (await scenario.SyncedAsync()).Deactivated);

        scenario.Time.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(0, (await scenario.SyncedAsync()).Deleted);
        Assert.False((bool)(await scenario.UserAsync(id))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_joiner_is_inactive_until_the_first_day_and_then_active_and_in_the_groups(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var joiner = SmallCompany.Add(scenario.Company, 13, ("work.startDate", "2026-10-17")).Id;
        var hired = await scenario.SyncedAsync();
        var before = await scenario.UserAsync(joiner);

        Assert.Equal((1, 0), (hired.Created, hired.GroupsChanged));
        Assert.False((bool)before["active"]!);
        Assert.Null(before["groups"]);
        Assert.Equal((string?)before["meta"]!["created"], (string?)before["meta"]!["lastModified"]);

        scenario.Time.Advance(TimeSpan.FromDays(2));
        var started = await scenario.SyncedAsync();

        var after = await scenario.UserAsync(joiner);
        Assert.Equal((1, 2), (started.Reactivated, started.GroupsChanged));
        Assert.True((bool)after["active"]!);
        Assert.Equal(2, after["groups"]!.AsArray().Count);
        Assert.Contains("Person No 13", Displays((await scenario.DepartmentAsync(SmallCompany.Platform))["members"]));
        Assert.Equal((string?)before["meta"]!["created"], (string?)after["meta"]!["created"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_termination_date_ahead_leaves_the_person_active_until_it_has_passed(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var leaver = SmallCompany.Id(4);
        scenario.Company.Update(leaver, "internal.terminationDate", "2026-10-20");
        await scenario.SyncedAsync();
        var announced = await scenario.UserAsync(leaver);
        Assert.True((bool)announced["active"]!);
        Assert.Equal("2026-10-20", (string?)Extension(announced)["terminationDate"]);
        Assert.Equal(2, announced["groups"]!.AsArray().Count);

        scenario.Time.Advance(TimeSpan.FromDays(6));
        var run = await scenario.SyncedAsync();

        var gone = await scenario.UserAsync(leaver);
        Assert.Equal((1, 2), (run.Deactivated, run.GroupsChanged));
        Assert.False((bool)gone["active"]!);
        Assert.Null(gone["groups"]);
        Assert.DoesNotContain("Person No 4", Displays((await scenario.DepartmentAsync(SmallCompany.Sales))["members"]));
        Assert.Equal(1, await scenario.CountAsync("Users", "active eq false"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Garden_leave_deactivates_before_the_termination_date(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(4), "employee.lastDayOfWork", "2026-10-16");
        scenario.Company.Update(SmallCompany.Id(4), "internal.terminationDate", "2026-12-31");
        await scenario.SyncedAsync();
        Assert.True((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);

        scenario.Time.Advance(TimeSpan.FromDays(2));
        await scenario.SyncedAsync();

        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_on_leave_without_access_stays_active(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(4), "employee.recentLeaveStartDate", "2026-10-01");
        scenario.Company.Update(SmallCompany.Id(4), "simulator.leaveKeepsAccess", false);

        await scenario.SyncedAsync();

        var user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.True((bool)user["active"]!);
        Assert.Equal("Inactive", (string?)Extension(user)["accessStatus"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_hired_again_is_the_same_user(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await scenario.UserAsync(SmallCompany.Id(4));
        scenario.Company.Update(SmallCompany.Id(4), "internal.terminationDate", "2026-10-01");
        Assert.Equal(1, (await scenario.SyncedAsync()).Deactivated);

        scenario.Company.Update(SmallCompany.Id(4), "internal.terminationDate", null);
        Assert.Equal(1, (await scenario.SyncedAsync()).Reactivated);

        var after = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.True((bool)after["active"]!);
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        Assert.Equal((string?)before["meta"]!["created"], (string?)after["meta"]!["created"]);

        // The same content again, so the same version; what moved on is when.
        Assert.Equal((string?)before["meta"]!["version"], (string?)after["meta"]!["version"]);
        Assert.NotEqual((string?)before["meta"]!["lastModified"], (string?)after["meta"]!["lastModified"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-3.1-id-stable")]
    public async Task Whoever_vanishes_is_deactivated_then_deleted_after_the_retention_and_returns_with_the_same_id(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = SmallCompany.Id(4);
        var path = $"Users/{SyncScenario.UserId(id)}";
        scenario.Company.Remove(id);
        Assert.Equal(1, (await scenario.SyncedAsync()).Deactivated);
        var missing = await scenario.UserAsync(id);
        Assert.False((bool)missing["active"]!);
        Assert.Equal("person.4@fjordline.example", (string?)missing["userName"]);
        Assert.Equal("Person No 4", (string?)missing["displayName"]);

        scenario.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(2));
        var kept = await scenario.SyncedAsync();
        Assert.Equal((0, kept.VersionBefore), (kept.Deleted, kept.VersionAfter));
        Assert.Equal(200, await scenario.StatusAsync(path));

        var deleted = await scenario.SyncedAsync();
        Assert.Equal((1, 0), (deleted.Deleted, deleted.Deactivated));
        Assert.Equal(404, await scenario.StatusAsync(path));
        Assert.Equal(11, await scenario.CountAsync("Users", "userName pr"));
        Assert.Equal(0, await scenario.CountAsync("Users", "emails.value eq \"person.4@fjordline.example\""));

        SmallCompany.Add(scenario.Company, 4);
        var back = await scenario.SyncedAsync();
        var user = await scenario.UserAsync(id);
        Assert.Equal(1, back.Created);
        Assert.Equal((string?)missing["id"], (string?)user["id"]);
        Assert.True(Moment(missing["meta"]!["created"]!) < Moment(user["meta"]!["created"]!), "It was added anew, so created says when.");
        Assert.Equal(12, await scenario.CountAsync("Users", "active eq true"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_returns_before_the_retention_ends_starts_a_new_one_when_missing_again(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = SmallCompany.Id(4);
        scenario.Company.Remove(id);
        await scenario.SyncedAsync();
        scenario.Time.Advance(TimeSpan.FromDays(80));
        SmallCompany.Add(scenario.Company, 4);
        Assert.Equal(1, (await scenario.SyncedAsync()).Reactivated);

        scenario.Company.Remove(id);
        await scenario.SyncedAsync();
        scenario.Time.Advance(TimeSpan.FromDays(20));
        var run = await scenario.SyncedAsync();

        Assert.Equal(0, run.Deleted);
        Assert.False((bool)(await scenario.UserAsync(id))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_leaver_who_vanishes_changes_nothing_for_clients_and_is_still_deleted_in_time(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(4), "internal.terminationDate", "2026-10-01");
        await scenario.SyncedAsync();

        scenario.Company.Remove(SmallCompany.Id(4));
        var vanished = await scenario.SyncedAsync();
        Assert.Equal((0, vanished.VersionBefore), (vanished.Deactivated, vanished.VersionAfter));

        scenario.Time.Advance(TimeSpan.FromDays(91));
        Assert.Equal(1, (await scenario.SyncedAsync()).Deleted);
    }

    private static DateTimeOffset Moment(System.Text.Json.Nodes.JsonNode moment) =>
        DateTimeOffset.Parse((string)moment!, CultureInfo.InvariantCulture);
}

using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

/// <summary>Rows of the fault matrix that are about what HiBob says of people, before, during and after.</summary>
public sealed class FaultMatrixCompanyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_stale_read_serves_the_old_values_and_the_next_read_the_new_ones(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.Company.ReadLag = TimeSpan.FromSeconds(20);
        scenario.Company.Update(SmallCompany.Id(3), "work.title", "Pilot");
        SmallCompany.Add(scenario.Company, 13);
        scenario.Company.Remove(SmallCompany.Id(4));

        var stale = await scenario.App.SyncAsync(cancellationToken: Ct);

        Assert.Equal((SyncOutcome.Succeeded, stale.VersionBefore), (stale.Outcome, stale.VersionAfter));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        var fresh = await scenario.SyncedAsync();
        Assert.Equal((1, 1, 1), (fresh.Updated, fresh.Created, fresh.Deactivated));
        Assert.Equal("Pilot", (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["title"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_move_that_is_dated_ahead_shows_on_its_day_and_not_before(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        var mover = SmallCompany.Id(3);
        scenario.Company.Schedule(mover, new DateOnly(2026, 10, 16), ("work.department", SmallCompany.Sales));

        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        scenario.Time.Advance(TimeSpan.FromDays(1));
        var run = await scenario.SyncedAsync();
        Assert.Equal(1, run.Updated);
        Assert.Equal("Sales", (string?)Enterprise(await scenario.UserAsync(mover))["department"]);
        Assert.Contains(SyncScenario.UserId(mover), Values((await scenario.DepartmentAsync(SmallCompany.Sales))["members"]));
        Assert.DoesNotContain(SyncScenario.UserId(mover), Values((await scenario.DepartmentAsync(SmallCompany.Platform))["members"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task People_who_report_to_each_other_are_named_in_the_ledger_and_nothing_but_their_managers_changes(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var (one, other) = (SmallCompany.Id(2), SmallCompany.Id(3));
        var before = await OthersAsync(scenario, one, other);
        scenario.Company.Update(one, "work.manager", other);
        scenario.Company.Update(other, "work.manager", one);

        var run = await scenario.SyncedAsync();

        Assert.Equal((SyncOutcome.SucceededWithIssues, 2), (run.Outcome, run.Updated));
        Assert.Equal([("manager_cycle", one), ("manager_cycle", other)], await scenario.IssuesAsync(run));
        Assert.Equal(SyncScenario.UserId(other), await ManagerAsync(scenario, one));
        Assert.Equal(SyncScenario.UserId(one), await ManagerAsync(scenario, other));
        Assert.All(await scenario.ChangesAsync(run.Id), change => Assert.Contains("manager", change.Attributes, StringComparison.Ordinal));
        Assert.Equal(before, await OthersAsync(scenario, one, other));

        scenario.Company.Update(one, "work.manager", SmallCompany.Id(1));
        scenario.Company.Update(other, "work.manager", SmallCompany.Id(1));
        Assert.Equal(SyncOutcome.Succeeded, (await scenario.SyncedAsync()).Outcome);
        Assert.Equal(SyncScenario.UserId(SmallCompany.Id(1)), await ManagerAsync(scenario, other));
        Assert.Equal(before, await OthersAsync(scenario, one, other));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_department_named_like_another_ones_id_is_neither_taken_for_it_nor_loses_its_name(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var platform = (await scenario.DepartmentAsync(SmallCompany.Platform)).ToJsonString();
        const string Numeric = "263100999";
        scenario.Company.AddListItem("department", Numeric, SmallCompany.Platform);
        var mover = SmallCompany.Id(4);
        scenario.Company.Update(mover, "work.department", Numeric);

        var run = await scenario.SyncedAsync();

        Assert.Equal((1, 0), (run.Updated, run.Rejected));
        Assert.Equal(SmallCompany.Platform, (string?)Enterprise(await scenario.UserAsync(mover))["department"]);
        var group = await scenario.DepartmentAsync(Numeric);
        Assert.Equal(SmallCompany.Platform, (string?)group["displayName"]);
        Assert.Equal([SyncScenario.UserId(mover)], Values(group["members"]));
        Assert.Equal(platform, (await scenario.DepartmentAsync(SmallCompany.Platform)).ToJsonString());

        scenario.Company.Update(mover, "work.department", SmallCompany.Sales);
        await scenario.SyncedAsync();
        Assert.Equal("Sales", (string?)Enterprise(await scenario.UserAsync(mover))["department"]);
        Assert.Empty(Values((await scenario.DepartmentAsync(Numeric))["members"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_leaves_the_scope_is_inactive_with_that_reason_and_returns_with_the_same_id(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        Assert.NotNull(await scenario.App.Services.GetRequiredService<RulesStore>().SaveAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct),
            0,
            """{"format": 1, "scope": {"condition": {"field": "work.department", "op": "present"}}}""",
            "tests",
            null,
            Ct));
        await scenario.SyncedAsync();
        Assert.Equal(12, await scenario.CountAsync("Users", "active eq true"));
        var leaver = SmallCompany.Id(4);
        scenario.Company.Update(leaver, "work.department", null);

        var run = await scenario.SyncedAsync();

        Assert.Equal((1, 0), (run.Deactivated, run.Deleted));
        Assert.Contains(await scenario.ChangesAsync(run.Id), change => change is { Kind: PlanChangeKind.Deactivated, Reason: "out_of_scope" });
        var user = await scenario.UserAsync(leaver);
        Assert.False((bool)user["active"]!);
        Assert.Null(user["groups"]);
        Assert.Equal(11, await scenario.CountAsync("Users", "active eq true"));

        scenario.Company.Update(leaver, "work.department", SmallCompany.Sales);
        Assert.Equal(1, (await scenario.SyncedAsync()).Reactivated);
        Assert.True((bool)(await scenario.UserAsync(leaver))["active"]!);
    }

    private static async Task<IReadOnlyList<string>> OthersAsync(SyncScenario scenario, params string[] but)
    {
        var resources = (await scenario.GetAsync("Users?count=100"))["Resources"]!.AsArray().Concat((await scenario.GetAsync("Groups?count=100"))["Resources"]!.AsArray());
        return [.. resources.Where(resource => !but.Contains((string?)resource!["externalId"])).Select(resource => resource!.ToJsonString())];
    }

    private static async Task<string?> ManagerAsync(SyncScenario scenario, string employeeId) =>
        (string?)Enterprise(await scenario.UserAsync(employeeId))["manager"]?["value"];
}

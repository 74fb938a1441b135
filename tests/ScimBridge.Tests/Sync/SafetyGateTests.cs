using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class SafetyGateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_tenth_may_go_at_once_and_one_more_may_not(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 79);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        Terminate(scenario, 2, 9);

        var refused = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (refused.Outcome, refused.ErrorReason));
        Assert.Contains("8 people", refused.ErrorDetail, StringComparison.Ordinal);
        Assert.Contains("79 were active and the limit is 7", refused.ErrorDetail, StringComparison.Ordinal);
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        var again = await scenario.SyncAsync();
        Assert.Equal((SyncOutcome.Held, refused.VersionAfter), (again.Outcome, again.VersionAfter));

        scenario.Company.Update(SmallCompany.Id(9), "internal.terminationDate", null);
        var applied = await scenario.SyncedAsync();
        Assert.Equal(7, applied.Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Five_may_always_go_and_a_sixth_may_not(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 7);
        Terminate(scenario, 2, 7);
        Assert.Equal("over_threshold", (await scenario.SyncAsync()).ErrorReason);

        scenario.Company.Update(SmallCompany.Id(7), "internal.terminationDate", null);
        Assert.Equal(5, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_thresholds_are_the_directorys_own(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20, ("Directories:0:Gate:People", "1"), ("Directories:0:Gate:Percent", "10"));
        Terminate(scenario, 2, 4);
        var held = await scenario.SyncAsync();
        Assert.Equal(SyncOutcome.Held, held.Outcome);
        Assert.Contains("the limit is 2 (the larger of 1 and 10 %)", held.ErrorDetail, StringComparison.Ordinal);

        scenario.Company.Update(SmallCompany.Id(4), "internal.terminationDate", null);
        Assert.Equal(2, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Several_syncs_within_a_day_add_up_and_the_day_passes(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 79);
        Terminate(scenario, 2, 5);
        Assert.Equal(4, (await scenario.SyncedAsync()).Deactivated);
        scenario.Time.Advance(TimeSpan.FromHours(12));
        Terminate(scenario, 6, 8);
        Assert.Equal(3, (await scenario.SyncedAsync()).Deactivated);

        scenario.Company.Remove(SmallCompany.Id(9));
        var refused = await scenario.SyncAsync();
        Assert.Equal("over_threshold", refused.ErrorReason);
        Assert.Contains("8 within 24 hours", refused.ErrorDetail, StringComparison.Ordinal);

        // The first four are just within the day, and then no longer.
        scenario.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(4));
        Assert.Equal("over_threshold", (await scenario.SyncAsync()).ErrorReason);
        Assert.Equal(1, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_percent_are_of_those_active_when_the_window_began(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 70);
        scenario.Time.Advance(TimeSpan.FromDays(2));
        for (var number = 71; number <= 90; number++)
        {
            SmallCompany.Add(scenario.Company, number);
        }

        await scenario.SyncedAsync();
        Terminate(scenario, 2, 9);
        var refused = await scenario.SyncAsync();
        Assert.Contains("70 were active and the limit is 7", refused.ErrorDetail, StringComparison.Ordinal);

        scenario.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(8, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deletions_count_too(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20, ("Directories:0:Sync:DeleteMissingAfterDays", "2"));
        for (var number = 2; number <= 6; number++)
        {
            scenario.Company.Remove(SmallCompany.Id(number));
        }

        Assert.Equal(5, (await scenario.SyncedAsync()).Deactivated);
        scenario.Time.Advance(TimeSpan.FromDays(2));
        Terminate(scenario, 7, 7);
        Assert.Equal("over_threshold", (await scenario.SyncAsync()).ErrorReason);
        Assert.Equal(20, await scenario.CountAsync("Users", "userName pr"));

        scenario.Company.Update(SmallCompany.Id(7), "internal.terminationDate", null);
        Assert.Equal(5, (await scenario.SyncedAsync()).Deleted);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_attribute_may_be_emptied_for_half_of_those_who_have_it_and_for_no_more(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        for (var number = 1; number <= 11; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "work.title", null);
        }

        var refused = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (refused.Outcome, refused.ErrorReason));
        Assert.Contains("empty title for 11 of the 20", refused.ErrorDetail, StringComparison.Ordinal);
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        scenario.Company.Update(SmallCompany.Id(1), "work.title", "Captain");
        Assert.Equal(10, (await scenario.SyncedAsync()).Updated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_of_an_earlier_build_raise_no_objection_and_are_brought_up_to_date_by_a_sync_that_changes_nothing(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        await AsEarlierBuildAsync(scenario);
        EmptyMobiles(scenario, 1, 11);
        Assert.Equal(11, (await scenario.SyncedAsync()).Updated);

        await AsEarlierBuildAsync(scenario);
        Assert.Equal(20, (await scenario.SyncedAsync()).Unchanged);
        EmptyMobiles(scenario, 12, 19);
        var held = await scenario.SyncAsync();

        Assert.Equal("over_threshold", held.ErrorReason);
        Assert.Contains("empty phoneNumbers[type eq \"mobile\"] for 8 of the 9", held.ErrorDetail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Half_may_move_to_another_email_domain_and_no_more(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        for (var number = 1; number <= 20; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "root.email", $"person.{number}@fjordline.example.sbx");
        }

        var refused = await scenario.SyncAsync();

        Assert.Equal("over_threshold", refused.ErrorReason);
        Assert.Contains("20 of 20 people to another e-mail domain", refused.ErrorDetail, StringComparison.Ordinal);
        Assert.Equal(1, await scenario.CountAsync("Users", "userName eq \"person.7@fjordline.example\""));

        for (var number = 1; number <= 10; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "root.email", $"person.{number}@FJORDLINE.example");
        }

        Assert.Equal(20, (await scenario.SyncedAsync()).Updated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rules_without_the_departments_are_held_and_take_their_groups_away_when_approved(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        AddDepartments(scenario, 3);
        await scenario.SyncedAsync();
        Assert.Equal(8, (int)(await scenario.GetAsync("Groups?count=0"))["totalResults"]!);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        await SaveRulesAsync(scenario, """{"format": 1, "groups": {"sources": [{"kind": "site"}]}}""");

        var held = await scenario.RunAsync(SyncKind.Remap);

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (held.Outcome, held.ErrorReason));
        Assert.Contains("delete 6 of 8 groups, where the limit is 5", held.ErrorDetail, StringComparison.Ordinal);
        Assert.Contains("groups_removed", (await scenario.PlanAsync(held.Id))!.Objections, StringComparison.Ordinal);
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        var applied = await scenario.ApproveAsync(held.Id);
        Assert.Equal((SyncOutcome.Succeeded, 12), (applied.Outcome, applied.Updated));
        Assert.Equal(2, (int)(await scenario.GetAsync("Groups?count=0"))["totalResults"]!);
        Assert.Equal(12, (await scenario.SyncedAsync()).Unchanged);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_list_that_lost_a_tenth_of_its_items_is_followed_and_one_that_lost_more_is_not(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        AddDepartments(scenario, 55);
        await scenario.SyncedAsync();
        Archive(scenario, 7);

        var held = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (held.Outcome, held.ErrorReason));
        Assert.Contains("delete 7 of 60 groups, where the limit is 6", held.ErrorDetail, StringComparison.Ordinal);

        scenario.Company.ArchiveListItem("department", "2631007", archived: false);
        Assert.Equal(6, (await scenario.SyncedAsync()).GroupsChanged);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_email_domain_is_noticed_where_the_userName_is_no_address(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        await SaveRulesAsync(scenario, """{"format": 1, "userName": {"source": {"template": "badge-{work.employeeIdInCompany}"}}}""");
        Assert.Equal(20, (await scenario.SyncedAsync()).Updated);
        Assert.Equal(1, await scenario.CountAsync("Users", "userName eq \"badge-7\""));
        for (var number = 1; number <= 20; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "root.email", $"person.{number}@fjordline.example.sbx");
        }

        var held = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (held.Outcome, held.ErrorReason));
        Assert.Contains("20 of 20 people to another e-mail domain", held.ErrorDetail, StringComparison.Ordinal);
    }

    private static void EmptyMobiles(SyncScenario scenario, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "work.workMobile", null);
        }
    }

    /// <summary>Leaves the users as a build did that knew of 16 attributes and mapped otherwise.</summary>
    private static async Task AsEarlierBuildAsync(SyncScenario scenario)
    {
        await using var db = await scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        var otherHash = new byte[16];
        await db.Users.ExecuteUpdateAsync(
            set => set.SetProperty(user => user.Attributes, user => user.Attributes & 0xFFFF).SetProperty(user => user.InputHash, otherHash), Ct);
    }

    private static void AddDepartments(SyncScenario scenario, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            scenario.Company.AddListItem("department", $"263100{number}", $"Department {number}");
        }
    }

    private static void Archive(SyncScenario scenario, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            scenario.Company.ArchiveListItem("department", $"263100{number}");
        }
    }

    private static async Task SaveRulesAsync(SyncScenario scenario, string json)
    {
        var directory = await scenario.DirectoryAsync();
        Assert.NotNull(await scenario.App.Services.GetRequiredService<RulesStore>()
            .SaveAsync(new DirectoryId(directory.Id), directory.RulesRevision, json, "tests", null, Ct));
    }

    private static void Terminate(SyncScenario scenario, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.terminationDate", "2026-10-01");
        }
    }
}

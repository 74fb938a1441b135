using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class HeldPlanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_held_plan_waits_and_is_applied_as_shown_when_approved_without_asking_HiBob(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        Terminate(scenario, 2, 9);

        var held = await scenario.SyncAsync();

        Assert.Equal(SyncOutcome.Held, held.Outcome);
        Assert.Equal(held.Id, (await scenario.DirectoryAsync()).HeldRunId);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        var plan = await scenario.PlanAsync(held.Id);
        Assert.Equal((PlanState.Held, 1), (plan!.State, plan.BaseVersion));
        Assert.Contains("too_many_removed", plan.Objections, StringComparison.Ordinal);
        var shown = await scenario.ChangesAsync(held.Id);
        Assert.Equal(8, shown.Count(change => change is { Kind: PlanChangeKind.Deactivated, Reason: "terminated" }));
        Assert.Contains("\"attribute\":\"active\",\"old\":true,\"new\":false", shown[0].Attributes, StringComparison.Ordinal);

        // Whatever HiBob says by now, what was approved is what was shown.
        scenario.Company.Update(SmallCompany.Id(2), "internal.terminationDate", null);
        var applied = await scenario.ApproveAsync(held.Id);

        Assert.Equal((SyncOutcome.Succeeded, 8, 2), (applied.Outcome, applied.Deactivated, applied.VersionAfter));
        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(2)))["active"]!);
        Assert.Equal(shown.Select(Key), (await scenario.ChangesAsync(applied.Id)).Select(Key));
        Assert.Equal(PlanState.Applied, (await scenario.PlanAsync(held.Id))!.State);
        Assert.Null((await scenario.DirectoryAsync()).HeldRunId);
        Assert.Equal(1, (await scenario.SyncedAsync()).Reactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_plan_again_leaves_the_first_one_waiting_and_another_one_replaces_it(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var first = await scenario.SyncAsync();

        var same = await scenario.SyncAsync();
        Assert.Equal((SyncOutcome.Held, first.Id), (same.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
        Assert.Null(await scenario.PlanAsync(same.Id));

        Terminate(scenario, 10, 10);
        var other = await scenario.SyncAsync();
        Assert.Equal(other.Id, (await scenario.DirectoryAsync()).HeldRunId);
        Assert.Equal(PlanState.Replaced, (await scenario.PlanAsync(first.Id))!.State);
        Assert.False(await scenario.DecideAsync(first.Id, approved: true));
        var events = await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), null, 100, Ct);
        var replaced = Assert.Single(events, happened => happened.Kind == EventKinds.PlanReplaced);
        Assert.Equal(other.Id, replaced.RunId);
        Assert.Contains(first.Id.ToString(), replaced.Detail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_good_read_that_needs_no_approval_releases_what_waited(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var held = await scenario.SyncAsync();
        for (var number = 2; number <= 9; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.terminationDate", null);
        }

        await scenario.SyncedAsync();

        Assert.Equal(PlanState.Replaced, (await scenario.PlanAsync(held.Id))!.State);
        Assert.Null((await scenario.DirectoryAsync()).HeldRunId);
        Assert.False(await scenario.DecideAsync(held.Id, approved: true));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Single_people_are_applied_meanwhile_and_the_rest_of_what_was_approved_follows(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var held = await scenario.SyncAsync();
        scenario.Company.Update(SmallCompany.Id(3), "internal.terminationDate", null);
        scenario.Company.Update(SmallCompany.Id(3), "work.title", "Pilot");
        Assert.Equal((SyncOutcome.Succeeded, 1), Applied(await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(3)}\"]")));
        Assert.Equal(held.Id, (await scenario.DirectoryAsync()).HeldRunId);

        var applied = await scenario.ApproveAsync(held.Id);

        Assert.Equal((SyncOutcome.Succeeded, 7), (applied.Outcome, applied.Deactivated));
        var user = await scenario.UserAsync(SmallCompany.Id(3));
        Assert.Equal((true, "Pilot"), ((bool)user["active"]!, (string?)user["title"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_plan_that_would_do_more_than_was_approved_is_held_anew(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var held = await scenario.SyncAsync();

        // A new person takes the e-mail address of one who is to go, and with it the userName that was shown for them.
        SmallCompany.Add(scenario.Company, 21, ("root.email", "person.2@fjordline.example"), ("root.creationDateTime", "2026-01-02T03:04:05.000006"));
        Assert.Equal(1, (await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(21)}\"]")).Created);

        var again = await scenario.ApproveAsync(held.Id);

        Assert.Equal(SyncOutcome.Held, again.Outcome);
        Assert.Equal(again.Id, (await scenario.DirectoryAsync()).HeldRunId);
        Assert.Equal(PlanState.Replaced, (await scenario.PlanAsync(held.Id))!.State);
        Assert.True((bool)(await scenario.UserAsync(SmallCompany.Id(2)))["active"]!);
        Assert.Equal(8, (await scenario.ApproveAsync(again.Id)).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_rejected_plan_is_gone_and_the_next_read_is_held_anew(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var held = await scenario.SyncAsync();

        Assert.True(await scenario.DecideAsync(held.Id, approved: false));

        var plan = await scenario.PlanAsync(held.Id);
        Assert.Equal((PlanState.Rejected, "tests", "because"), (plan!.State, plan.DecidedBy, plan.DecisionNote));
        Assert.Null((await scenario.DirectoryAsync()).HeldRunId);
        Assert.False(await scenario.DecideAsync(held.Id, approved: true));
        var next = await scenario.SyncAsync();
        Assert.Equal((SyncOutcome.Held, next.Id), (next.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Single_people_count_towards_the_threshold(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        for (var number = 2; number <= 6; number++)
        {
            Terminate(scenario, number, number);
            Assert.Equal(1, (await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(number)}\"]")).Deactivated);
        }

        Terminate(scenario, 7, 7);
        var sixth = await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(7)}\"]");

        Assert.Equal((SyncOutcome.Held, sixth.Id), (sixth.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
        Assert.True((bool)(await scenario.UserAsync(SmallCompany.Id(7)))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_dry_run_shows_what_would_happen_and_does_nothing(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        Terminate(scenario, 2, 9);
        SmallCompany.Add(scenario.Company, 21);

        var run = await scenario.RunAsync(SyncKind.DryRun);

        Assert.Equal((SyncOutcome.Succeeded, 8, 1, 1), (run.Outcome, run.Deactivated, run.Created, run.VersionAfter));
        Assert.Contains("would be held", run.ErrorDetail, StringComparison.Ordinal);
        Assert.Equal(PlanState.DryRun, (await scenario.PlanAsync(run.Id))!.State);
        Assert.Equal(9, (await scenario.ChangesAsync(run.Id)).Count(change => change.ResourceType == "User"));
        Assert.Null((await scenario.DirectoryAsync()).HeldRunId);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_dry_run_removes_nobody_and_so_counts_for_nothing_in_the_day_after(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 6);
        Assert.Equal(5, (await scenario.RunAsync(SyncKind.DryRun)).Deactivated);

        var run = await scenario.SyncedAsync();

        Assert.Equal(5, run.Deactivated);
        Assert.True(run.Planned > 0 && run.Applied == run.Planned, $"{run.Applied} of {run.Planned}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_approval_that_fails_leaves_the_plan_waiting(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        Terminate(scenario, 2, 9);
        var held = await scenario.SyncAsync();
        Assert.True(await scenario.DecideAsync(held.Id, approved: true));
        await using var obstacle = await Obstacle.PlaceAsync(scenario, SmallCompany.Id(2));

        var failed = await scenario.RunAsync(SyncKind.Approval, held.Id.ToString());
        await obstacle.DisposeAsync();

        Assert.Equal((SyncOutcome.Failed, "internal_error"), (failed.Outcome, failed.ErrorReason));
        Assert.Equal(PlanState.Held, (await scenario.PlanAsync(held.Id))!.State);
        Assert.Equal(8, (await scenario.ApproveAsync(held.Id)).Deactivated);
    }

    private static (SyncOutcome? Outcome, int Updated) Applied(SyncRunRecord run) => (run.Outcome, run.Updated);

    private static string Key(PlanChangeRecord change) => $"{change.Kind} {change.ResourceId} {change.MemberId} {change.Attributes}";

    private static void Terminate(SyncScenario scenario, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.terminationDate", "2026-10-01");
        }
    }
}

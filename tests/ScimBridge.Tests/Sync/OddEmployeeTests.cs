using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

/// <summary>One bad employee never stops the others.</summary>
public sealed class OddEmployeeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_with_one_email_address_the_newer_record_signs_in_with_it_and_the_run_says_so(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var newer = SmallCompany.Add(
            scenario.Company, 13, ("root.email", "PERSON.4@fjordline.example"), ("root.creationDateTime", "2025-01-01T00:00:00.000000")).Id;

        var run = await scenario.SyncedAsync();

        Assert.Equal(SyncOutcome.SucceededWithIssues, run.Outcome);
        Assert.Equal([("user_name_clash", SmallCompany.Id(4))], await scenario.IssuesAsync(run));
        Assert.Equal("PERSON.4@fjordline.example", (string?)(await scenario.UserAsync(newer))["userName"]);
        var older = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal($"hibob-{SmallCompany.Id(4)}", (string?)older["userName"]);
        Assert.Equal(["person.4@fjordline.example"], Values(older["emails"]));

        scenario.Company.Remove(newer);
        await scenario.SyncedAsync();
        Assert.Equal("person.4@fjordline.example", (string?)(await scenario.UserAsync(SmallCompany.Id(4)))["userName"]);
        Assert.Equal($"hibob-{newer}", (string?)(await scenario.UserAsync(newer))["userName"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_has_no_email_address_goes_by_their_id(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(4), "root.email", null);

        var run = await scenario.SyncedAsync();

        var user = await scenario.UserAsync(SmallCompany.Id(4));
        Assert.Equal(1, run.Updated);
        Assert.Equal($"hibob-{SmallCompany.Id(4)}", (string?)user["userName"]);
        Assert.Null(user["emails"]);
        Assert.Equal(1, await scenario.CountAsync("Users", $"userName eq \"HIBOB-{SmallCompany.Id(4)}\""));
        Assert.Equal(0, await scenario.CountAsync("Users", "emails.value eq \"person.4@fjordline.example\""));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_unknown_lifecycle_status_rejects_the_person_who_stays_as_stored_while_others_go_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = (await scenario.UserAsync(SmallCompany.Id(4))).ToJsonString();
        scenario.Company.Update(SmallCompany.Id(4), "internal.lifecycleStatus", "abducted");
        scenario.Company.Update(SmallCompany.Id(4), "work.title", "Ghost");
        scenario.Company.Update(SmallCompany.Id(5), "work.title", "Admiral");
        var unknownJoiner = SmallCompany.Add(scenario.Company, 13, ("internal.lifecycleStatus", "abducted")).Id;

        var run = await scenario.SyncedAsync();

        Assert.Equal((SyncOutcome.SucceededWithIssues, 2, 1, 0), (run.Outcome, run.Rejected, run.Updated, run.Deactivated));
        Assert.Equal(
            [("unknown_lifecycle_status", SmallCompany.Id(4)), ("unknown_lifecycle_status", unknownJoiner)], await scenario.IssuesAsync(run));
        Assert.Equal(before, (await scenario.UserAsync(SmallCompany.Id(4))).ToJsonString());
        Assert.Equal("Admiral", (string?)(await scenario.UserAsync(SmallCompany.Id(5)))["title"]);
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(unknownJoiner)}"));

        scenario.Company.FollowClock(SmallCompany.Id(4));
        await scenario.SyncedAsync();
        Assert.Equal("Ghost", (string?)(await scenario.UserAsync(SmallCompany.Id(4)))["title"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_missing_person_who_returns_with_an_unknown_status_stays_inactive(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Remove(SmallCompany.Id(4));
        await scenario.SyncedAsync();

        SmallCompany.Add(scenario.Company, 4, ("internal.lifecycleStatus", "abducted"));
        var run = await scenario.SyncedAsync();

        Assert.Equal((1, 0), (run.Rejected, run.Reactivated));
        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_empty_lifecycle_status_of_one_person_falls_back_to_their_access(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(4), "internal.lifecycleStatus", null);
        await scenario.SyncedAsync();
        Assert.True((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);

        scenario.Company.Update(SmallCompany.Id(4), "internal.status", "Inactive");
        await scenario.SyncedAsync();
        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_records_with_one_id_the_first_counts(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 0 });
        SmallCompany.Fill(scenario.Company, 6);
        await using var hibob = await RewritingHiBob.StartAsync(scenario.HiBob);
        hibob.Edit = people =>
        {
            var again = people[3]!.DeepClone();
            again["work"]!["title"] = "Impostor";
            people.Add(again);
        };
        await scenario.RestartAsync(hibob.Settings);

        var run = await scenario.SyncedAsync();

        Assert.Equal((6, 1), (run.Created, run.Rejected));
        Assert.Equal([("duplicate_id", SmallCompany.Id(4))], await scenario.IssuesAsync(run));
        Assert.Equal("Captain", (string?)(await scenario.UserAsync(SmallCompany.Id(4)))["title"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_a_record_has_no_id_nobody_is_newly_missing_and_whoever_was_missing_stays_so(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        await using var hibob = await RewritingHiBob.StartAsync(scenario.HiBob);
        await scenario.RestartAsync(hibob.Settings);
        scenario.Company.Remove(SmallCompany.Id(6));
        await scenario.SyncedAsync();

        hibob.Edit = people => Anonymize(people[3]!.AsObject());
        scenario.Company.Update(SmallCompany.Id(5), "work.title", "Admiral");
        var run = await scenario.SyncedAsync();

        Assert.Equal((1, 0, 1), (run.Rejected, run.Deactivated, run.Updated));
        Assert.True((bool)(await scenario.UserAsync(SmallCompany.Id(4)))["active"]!);
        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(6)))["active"]!);
        Assert.Equal("Admiral", (string?)(await scenario.UserAsync(SmallCompany.Id(5)))["title"]);
        Assert.Equal([("no_id", null)], await scenario.IssuesAsync(run));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_record_that_is_no_employee_at_all_is_rejected_and_the_others_go_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        await using var hibob = await RewritingHiBob.StartAsync(scenario.HiBob);
        hibob.Edit = people => people.Insert(0, JsonValue.Create("nobody"));
        await scenario.RestartAsync(hibob.Settings);

        var run = await scenario.SyncedAsync();

        Assert.Equal((1, 12, run.VersionBefore), (run.Rejected, run.Unchanged, run.VersionAfter));
        Assert.Equal(12, await scenario.CountAsync("Users", "active eq true"));
    }

    private static void Anonymize(JsonObject person)
    {
        person.Remove("id");
        person.Remove("/root/id");
    }
}

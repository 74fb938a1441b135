using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Reviewing;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>What saving other mapping rules does: everybody is mapped by them once their plan is applied, and nobody before.</summary>
public sealed class RulesChangeTests
{
    /// <summary>Empties an attribute that everybody has, which the gate holds.</summary>
    private const string WithoutTitle = """{"format": 1, "attributes": [{"attribute": "title", "drop": true}]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_a_change_of_the_rules_is_held_single_people_go_on_by_the_rules_of_everybody_else(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        var held = await HeldAsync(scenario);
        scenario.Company.Update(SmallCompany.Id(2), "internal.terminationDate", "2020-10-01");
        scenario.Company.Update(SmallCompany.Id(3), "work.title", "Pilot");

        var run = await scenario.RunAsync(SyncKind.People, JsonSerializer.Serialize(new[] { SmallCompany.Id(2), SmallCompany.Id(3) }));

        Assert.Equal((SyncOutcome.Succeeded, 1, 1, 0), (run.Outcome, run.Deactivated, run.Updated, run.RulesRevision));
        Assert.False((bool)(await scenario.UserAsync(SmallCompany.Id(2)))["active"]!);
        Assert.Equal("Pilot", (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["title"]);
        Assert.Equal("Captain", (string?)(await scenario.UserAsync(SmallCompany.Id(4)))["title"]);
        Assert.Equal(held.Id, (await scenario.DirectoryAsync()).HeldRunId);
        var review = await scenario.App.Services.GetRequiredService<UserReviewer>().ExplainAsync(
            await scenario.DirectoryAsync(), SyncScenario.UserId(SmallCompany.Id(4)), Ct);
        Assert.Equal(("Captain", "default"), TitleOf(review!));

        // Rejecting takes no rules back, and still nobody is mapped by them.
        Assert.True(await scenario.DecideAsync(held.Id, approved: false));
        scenario.Company.Update(SmallCompany.Id(5), "work.title", "Pilot");
        Assert.Equal((SyncOutcome.Succeeded, 1), Changes(await scenario.RunAsync(SyncKind.People, JsonSerializer.Serialize(new[] { SmallCompany.Id(5) }))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erasure_does_not_bring_a_held_change_of_the_rules_with_it(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        await HeldAsync(scenario);
        scenario.Company.Remove(SmallCompany.Id(7));

        var run = await scenario.RunAsync(SyncKind.Erasure, JsonSerializer.Serialize(new[] { SmallCompany.Id(7) }));

        Assert.Equal((SyncOutcome.Succeeded, 1, 0), (run.Outcome, run.Deleted, run.Updated));
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(SmallCompany.Id(7))}"));
        Assert.Equal(19, await scenario.CountAsync("Users", "title eq \"Captain\""));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_approved_change_of_the_rules_is_what_everybody_is_mapped_by_from_then_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        var held = await HeldAsync(scenario);

        var applied = await scenario.ApproveAsync(held.Id);

        Assert.Equal((SyncOutcome.Succeeded, 20, 1), (applied.Outcome, applied.Updated, applied.RulesRevision));
        Assert.Equal((1, 1), ((await scenario.DirectoryAsync()).RulesRevision, (await scenario.DirectoryAsync()).AppliedRulesRevision));
        Assert.Equal(0, await scenario.CountAsync("Users", "title pr"));
        scenario.Company.Update(SmallCompany.Id(3), "root.displayName", "Renamed");
        var person = await scenario.RunAsync(SyncKind.People, JsonSerializer.Serialize(new[] { SmallCompany.Id(3) }));
        Assert.Equal((SyncOutcome.Succeeded, 1), Changes(person));
        Assert.Null((await scenario.UserAsync(SmallCompany.Id(3)))["title"]);

        // Going back to the version before brings its rules back for single people, until everybody is read again.
        await scenario.RunAsync(SyncKind.Rollback, "1");
        Assert.Equal((1, 0), ((await scenario.DirectoryAsync()).RulesRevision, (await scenario.DirectoryAsync()).AppliedRulesRevision));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rules_that_name_a_field_that_was_never_read_take_nothing_from_anybody(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 20);
        scenario.Company.Update(SmallCompany.Id(2), "home.privateEmail", "two@home.example");
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        const string Rules = """
            {"format": 1, "attributes": [{"attribute": "title", "source": {"first": [{"field": "home.privateEmail"}, {"constant": "nothing yet"}]}}]}
            """;
        var editor = scenario.App.Services.GetRequiredService<RulesEditor>();
        var preview = await editor.PreviewAsync(
            await scenario.DirectoryAsync(), DirectoryRulesJson.Read(Rules), null, scenario.Time.GetUtcNow(), Ct);
        Assert.Equal(["home.privateEmail"], preview.UnreadFields);
        Assert.True(preview.NeedsRead);

        var saved = await editor.SaveAsync(await scenario.DirectoryAsync(), 0, Rules, "tests", null, Ct);

        var asked = Assert.Single(await JobProbe.AllRunsAsync(scenario.App), run => run.State is SyncRunState.Queued);
        Assert.Equal((saved.RunId, SyncKind.Full), (asked.Id, asked.Kind));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        await scenario.SyncedAsync();
        Assert.Equal("two@home.example", (string?)(await scenario.UserAsync(SmallCompany.Id(2)))["title"]);
        Assert.Equal("nothing yet", (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["title"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_tried_on_one_person_is_what_looking_at_everybody_says(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var editor = scenario.App.Services.GetRequiredService<RulesEditor>();
        var directory = await scenario.DirectoryAsync();
        string[] documents =
        [
            """{"format": 1}""",
            """{"format": 1, "attributes": [{"attribute": "nickName", "source": {"template": "{root.firstName}-{root.surname}"}}, {"attribute": "userName", "source": {"template": "{work.employeeIdInCompany}@other.example"}}]}""",
            """{"format": 1, "scope": {"condition": {"field": "work.siteId", "op": "eq", "value": "2700101"}}}""",
            """{"format": 1, "groups": {"sources": [{"kind": "department", "inherit": true}, {"kind": "directReports"}], "rules": [{"id": "captains", "name": "Captains", "condition": {"field": "work.title", "op": "eq", "value": "Captain"}}]}}""",
        ];
        var changed = 0;
        foreach (var rules in documents.Select(json => DirectoryRulesJson.Read(json)))
        {
            foreach (var number in (int[])[1, 2, 3])
            {
                var known = (await editor.PreviewAsync(directory, rules, SmallCompany.Id(number), scenario.Time.GetUtcNow(), Ct)).Person!;
                var tried = (await editor.TryOnAsync(directory, rules, SmallCompany.Id(number), scenario.Time.GetUtcNow(), Ct))!;

                Assert.Equal((known.Before, known.After), (tried.Before, tried.After));
                Assert.Equal(known.Changes.Select(change => $"{change}"), tried.Changes.Select(change => $"{change}"));
                changed += tried.Changes.Count > 0 ? 1 : 0;
            }
        }

        Assert.Equal(7, changed);
        Assert.Null(await editor.TryOnAsync(directory, DirectoryRules.Default, "nobody", scenario.Time.GetUtcNow(), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wider_scope_has_everybody_read_since_nothing_is_stored_of_those_who_were_outside(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var editor = scenario.App.Services.GetRequiredService<RulesEditor>();
        const string Narrow = """{"format": 1, "scope": {"condition": {"field": "work.title", "op": "eq", "value": "Captain"}}}""";
        await editor.SaveAsync(await scenario.DirectoryAsync(), 0, Narrow, "tests", null, Ct);
        await scenario.RunWaitingAsync();
        await scenario.RunWaitingAsync();
        SmallCompany.Add(scenario.Company, 13, ("work.title", "Stowaway"));
        Assert.Equal(1, (await scenario.SyncedAsync()).OutOfScope);
        Assert.Equal(12, await scenario.CountAsync("Users", "id pr"));

        await editor.SaveAsync(await scenario.DirectoryAsync(), 1, """{"format": 1}""", "tests", null, Ct);

        Assert.Equal([SyncKind.Remap, SyncKind.Full], (await JobProbe.AllRunsAsync(scenario.App)).Where(run => run.State is SyncRunState.Queued).Select(run => run.Kind));
        await scenario.RunWaitingAsync();
        Assert.Equal(1, (await scenario.RunWaitingAsync()).Created);
        Assert.Equal(13, await scenario.CountAsync("Users", "id pr"));
    }

    private static async Task<SyncRunRecord> HeldAsync(SyncScenario scenario)
    {
        await scenario.App.Services.GetRequiredService<RulesStore>().SaveAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), 0, WithoutTitle, "tests", null, Ct);
        var held = await scenario.RunAsync(SyncKind.Remap);
        Assert.Equal((SyncOutcome.Held, held.Id), (held.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
        Assert.Equal(20, held.Planned);
        return held;
    }

    private static (SyncOutcome?, int) Changes(SyncRunRecord run) => (run.Outcome, run.Updated);

    private static (string?, string) TitleOf(UserReview review)
    {
        var title = review.Attributes.Single(attribute => attribute.Explanation.Attribute == "title").Explanation;
        return (title.Value, title.Rule);
    }
}

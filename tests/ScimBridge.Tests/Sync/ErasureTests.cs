using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class ErasureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_left_of_a_person_who_was_erased_and_everybody_else_stays(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var id = SmallCompany.Id(1);
        scenario.Company.Update(id, "root.displayName", "Zaphod Beeblebrox");
        scenario.Company.Update(id, "root.firstName", "Zaphod");
        scenario.Company.Update(id, "root.surname", "Beeblebrox");
        scenario.Company.Update(id, "root.email", "zaphod@fjordline.example");
        await scenario.SyncedAsync();
        scenario.Company.Update(id, "work.title", "President of Zaphods");
        await scenario.SyncedAsync();
        var others = await scenario.UserAsync(SmallCompany.Id(2));
        Assert.Equal("Zaphod Beeblebrox", (string?)others["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]!["manager"]!["displayName"]);
        Assert.NotEmpty(await MentionsAsync(scenario));
        scenario.Company.Remove(id);

        var run = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 1), (run.Outcome, run.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(id)}"));
        Assert.Equal(11, (int)(await scenario.GetAsync("Users?count=0"))["totalResults"]!);
        Assert.Null((await scenario.UserAsync(SmallCompany.Id(2)))["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]!["manager"]);
        Assert.Equal(run.VersionAfter, (await scenario.DirectoryAsync()).OldestVersion);
        Assert.Equal(0, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_deleted_before_is_forgotten_too(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12, ("Directories:0:Sync:DeleteMissingAfterDays", "1"));
        var id = SmallCompany.Id(5);
        scenario.Company.Update(id, "root.displayName", "Zaphod Beeblebrox");
        await scenario.SyncedAsync();
        scenario.Company.Remove(id);
        await scenario.SyncedAsync();
        scenario.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await scenario.SyncedAsync()).Deleted);
        Assert.NotEmpty(await MentionsAsync(scenario));

        var run = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 0), (run.Outcome, run.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_plan_that_waits_names_the_manager_who_was_erased_no_more_and_approving_it_brings_no_name_back(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = await NamedManagerAsync(scenario);
        for (var number = 2; number <= 9; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.terminationDate", "2026-10-01");
        }

        var held = await scenario.SyncAsync();
        Assert.Equal(SyncOutcome.Held, held.Outcome);

        Assert.Equal(SyncOutcome.Succeeded, (await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]")).Outcome);

        Assert.Empty(await MentionsAsync(scenario));
        Assert.Equal(PlanState.Held, (await scenario.PlanAsync(held.Id))!.State);

        // Of the manager who is gone the plan said something too, so what is left of it differs and waits anew.
        var again = await scenario.ApproveAsync(held.Id);
        Assert.Equal((SyncOutcome.Held, "over_threshold"), (again.Outcome, again.ErrorReason));
        Assert.Empty(await MentionsAsync(scenario));
        Assert.Equal(8, (await scenario.ApproveAsync(again.Id)).Deactivated);
        Assert.Empty(await MentionsAsync(scenario));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_names_the_person_in_another_field_does_so_no_more(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var directory = await scenario.DirectoryAsync();
        await scenario.App.Services.GetRequiredService<RulesStore>().SaveAsync(
            new DirectoryId(directory.Id),
            directory.RulesRevision,
            """{"format": 1, "customAttributes": [{"name": "chief", "type": "string", "source": {"field": "work.secondLevelManager"}}]}""",
            "tests",
            null,
            Ct);
        for (var number = 3; number <= 12; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "work.manager", SmallCompany.Id(2));
        }

        var id = await NamedManagerAsync(scenario);
        scenario.Company.Update(SmallCompany.Id(4), "work.title", "Pilot");
        await scenario.SyncedAsync();
        Assert.Contains("chief", (await scenario.UserAsync(SmallCompany.Id(4))).ToJsonString(), StringComparison.Ordinal);
        var told = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(id));
        Assert.Contains(await RowsAsync(scenario), row => row.StartsWith("Users", StringComparison.Ordinal)
            && row.Contains(SmallCompany.Id(4), StringComparison.Ordinal) && row.Contains(told, StringComparison.Ordinal));

        Assert.Equal(SyncOutcome.Succeeded, (await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]")).Outcome);

        Assert.Empty(await MentionsAsync(scenario));
        Assert.DoesNotContain(await RowsAsync(scenario), row => row.StartsWith("Users", StringComparison.Ordinal) && row.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain("chief", (await scenario.UserAsync(SmallCompany.Id(4))).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_joiner_of_whom_only_a_plan_that_waits_knows_is_found_and_forgotten(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var erasures = scenario.App.Services.GetRequiredService<ErasureStore>();
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var id = SmallCompany.Id(13);
        Assert.False(await erasures.KeepsAsync(directory, id, SyncScenario.UserId(id), Ct));
        SmallCompany.Add(scenario.Company, 13, ("root.displayName", "Zaphod Beeblebrox"), ("root.firstName", "Zaphod"), ("root.surname", "Beeblebrox"));
        for (var number = 2; number <= 9; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), "internal.terminationDate", "2026-10-01");
        }

        Assert.Equal(SyncOutcome.Held, (await scenario.SyncAsync()).Outcome);
        Assert.NotEmpty(await MentionsAsync(scenario));
        Assert.True(await erasures.KeepsAsync(directory, id, SyncScenario.UserId(id), Ct));

        var run = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 0), (run.Outcome, run.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
        Assert.False(await erasures.KeepsAsync(directory, id, SyncScenario.UserId(id), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_only_in_a_ledger_of_rejected_people_is_found_and_forgotten(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var erasures = scenario.App.Services.GetRequiredService<ErasureStore>();
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var id = SmallCompany.Id(13);
        var last = await scenario.SyncedAsync();
        await using (var db = await ContextAsync(scenario))
        {
            db.SyncIssues.Add(new SyncIssueRecord { RunId = last.Id, EmployeeId = id, Code = "rejected", Detail = "Zaphod has no name.", Advice = "Name him." });
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await erasures.KeepsAsync(directory, id, SyncScenario.UserId(id), Ct));
        Assert.Equal(SyncOutcome.Succeeded, (await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]")).Outcome);

        Assert.Empty(await MentionsAsync(scenario));
        Assert.False(await erasures.KeepsAsync(directory, id, SyncScenario.UserId(id), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stopping_an_erasure_whose_version_is_out_comes_too_late(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = await NamedManagerAsync(scenario);
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var runs = scenario.App.Services.GetRequiredService<SyncRunStore>();
        await runs.RequestAsync(directory, new SyncRequest(SyncKind.Erasure, SyncTrigger.Api) { Subject = $"[\"{id}\"]" }, Ct);
        var start = await runs.TryStartAsync(directory, Ct);
        using var stop = new CancellationTokenSource();
        using var watch = await CommandWatch.StartAsync(scenario.App, "OldestVersion", stop.Cancel);

        var result = await scenario.App.Services.GetRequiredService<DirectorySync>().RunAsync(start, stop.Token);

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal((SyncOutcome.Succeeded, 1), (result.Outcome, result.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erasure_that_fails_when_its_version_is_out_says_so_and_ends_when_it_is_asked_for_again(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = await NamedManagerAsync(scenario);
        await using (var db = await ContextAsync(scenario))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"WebhookDeliveries\" RENAME TO \"Elsewhere\"", Ct);
        }

        var failed = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");
        await using (var db = await ContextAsync(scenario))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"WebhookDeliveries\"", Ct);
        }

        Assert.Equal((SyncOutcome.Failed, "not_forgotten", failed.VersionBefore + 1), (failed.Outcome, failed.ErrorReason, failed.VersionAfter));
        Assert.Contains("Ask for the erasure again", failed.ErrorDetail, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed", failed.ErrorDetail, StringComparison.Ordinal);
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(id)}"));
        Assert.NotEmpty(await MentionsAsync(scenario));

        Assert.Equal(SyncOutcome.Succeeded, (await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]")).Outcome);
        Assert.Empty(await MentionsAsync(scenario));
    }

    /// <summary>Gives the manager a name that nobody else has, and syncs.</summary>
    /// <returns>The manager's id.</returns>
    private static async Task<string> NamedManagerAsync(SyncScenario scenario)
    {
        var id = SmallCompany.Id(1);
        scenario.Company.Update(id, "root.displayName", "Zaphod Beeblebrox");
        scenario.Company.Update(id, "root.firstName", "Zaphod");
        scenario.Company.Update(id, "root.surname", "Beeblebrox");
        scenario.Company.Update(id, "root.email", "zaphod@fjordline.example");
        await scenario.SyncedAsync();
        return id;
    }

    private static Task<ScimBridgeContext> ContextAsync(SyncScenario scenario) =>
        scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);

    /// <summary>Every row of every table that names the person.</summary>
    private static async Task<IReadOnlyList<string>> MentionsAsync(SyncScenario scenario)
    {
        return [.. (await RowsAsync(scenario)).Where(IsMention)];
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(SyncScenario scenario)
    {
        await using var db = await ContextAsync(scenario);
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().ToArray();
        return await TableDump.OfAsync(scenario.App, tables, Ct);
    }

    private static bool IsMention(string row) =>
        row.Contains("Zaphod", StringComparison.OrdinalIgnoreCase) || row.Contains("Beeblebrox", StringComparison.OrdinalIgnoreCase)
        || row.Contains(Convert.ToHexString("Zaphod"u8), StringComparison.Ordinal) || row.Contains(Convert.ToHexString("zaphod"u8), StringComparison.Ordinal)
        || row.Contains(Convert.ToHexString("Beeblebrox"u8), StringComparison.Ordinal);
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class RollbackTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_earlier_version_comes_back_as_a_new_one_and_stays_until_syncing_is_resumed(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var before = await ResourcesAsync(scenario);
        scenario.Company.Update(SmallCompany.Id(2), "work.department", SmallCompany.Platform);
        scenario.Company.Update(SmallCompany.Id(3), "root.displayName", "Renamed");
        scenario.Company.Update(SmallCompany.Id(4), "root.email", "other.4@fjordline.example");
        scenario.Company.Update(SmallCompany.Id(5), "internal.terminationDate", "2026-10-01");
        SmallCompany.Add(scenario.Company, 13);
        await scenario.SyncedAsync();
        var between = await ResourcesAsync(scenario);
        Assert.NotEqual(before, between);

        var run = await scenario.RunAsync(SyncKind.Rollback, "1");

        Assert.Equal((SyncOutcome.Succeeded, 3), (run.Outcome, run.VersionAfter));
        Assert.Equal((0, 1, 1), (run.Created, run.Reactivated, run.Deleted));
        Assert.True(run.Planned > 5, $"{run.Planned} rows were planned.");
        Assert.Equal(before, await ResourcesAsync(scenario));
        Assert.Equal(1, await scenario.CountAsync("Users", "emails.value eq \"person.4@fjordline.example\""));
        Assert.Equal(0, await scenario.CountAsync("Users", "emails.value eq \"other.4@fjordline.example\""));
        var directory = await scenario.DirectoryAsync();
        Assert.NotNull(directory.SyncPausedSince);
        Assert.Contains("version 1", directory.SyncPauseReason, StringComparison.Ordinal);
        Assert.Equal(PlanState.Applied, (await scenario.PlanAsync(run.Id))!.State);
        Assert.Contains((await scenario.ChangesAsync(run.Id)), change => change.Kind is PlanChangeKind.Reactivated && change.ExternalId == SmallCompany.Id(5));

        // A sync that was asked for before must not undo it either.
        var refused = await scenario.SyncAsync();
        Assert.Equal((SyncOutcome.Failed, "paused"), (refused.Outcome, refused.ErrorReason));
        Assert.Equal(before, await ResourcesAsync(scenario));
        Assert.Null((await scenario.DirectoryAsync()).NotBefore);

        // What was taken back is what the next read brings again, and nothing else.
        await scenario.App.Services.GetRequiredService<DirectoryStore>().ResumeSyncAsync(new DirectoryId(directory.Id), TestContext.Current.CancellationToken);
        await scenario.SyncedAsync();
        Assert.Equal(WithoutCreated(between), WithoutCreated(await ResourcesAsync(scenario)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Someone_deleted_since_comes_back_with_the_same_id(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12, ("Directories:0:Sync:DeleteMissingAfterDays", "1"));
        var before = await ResourcesAsync(scenario);
        scenario.Company.Remove(SmallCompany.Id(2));
        await scenario.SyncedAsync();
        scenario.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await scenario.SyncedAsync()).Deleted);

        var run = await scenario.RunAsync(SyncKind.Rollback, "1");

        Assert.Equal((SyncOutcome.Succeeded, 1), (run.Outcome, run.Created));
        Assert.Equal(before, await ResourcesAsync(scenario));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_gate_holds_a_way_back_that_removes_too_many_until_it_is_approved(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var before = await ResourcesAsync(scenario);
        for (var number = 13; number <= 24; number++)
        {
            SmallCompany.Add(scenario.Company, number);
        }

        await scenario.SyncedAsync();
        var grown = await ResourcesAsync(scenario);

        var held = await scenario.RunAsync(SyncKind.Rollback, "1");

        Assert.Equal((SyncOutcome.Held, held.Id), (held.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
        Assert.Null((await scenario.DirectoryAsync()).SyncPausedSince);
        Assert.Equal(grown, await ResourcesAsync(scenario));
        Assert.Equal(12, (await scenario.ApproveAsync(held.Id)).Deleted);
        Assert.Equal(before, await ResourcesAsync(scenario));
        Assert.NotNull((await scenario.DirectoryAsync()).SyncPausedSince);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_held_rollback_that_would_do_more_by_now_than_was_approved_is_held_anew(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        for (var number = 13; number <= 24; number++)
        {
            SmallCompany.Add(scenario.Company, number);
        }

        await scenario.SyncedAsync();
        var held = await scenario.RunAsync(SyncKind.Rollback, "1");
        SmallCompany.Add(scenario.Company, 25);
        Assert.Equal(1, (await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(25)}\"]")).Created);

        var anew = await scenario.ApproveAsync(held.Id);

        Assert.Equal((SyncOutcome.Held, anew.Id), (anew.Outcome, (await scenario.DirectoryAsync()).HeldRunId));
        Assert.Equal(PlanState.Replaced, (await scenario.PlanAsync(held.Id))!.State);
        Assert.Equal(25, await scenario.CountAsync("Users", "id pr"));
        Assert.Equal(13, (await scenario.ApproveAsync(anew.Id)).Deleted);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task There_is_no_way_back_to_what_never_was(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);

        foreach (var version in new[] { "0", "1", "7", "x" })
        {
            var run = await scenario.RunAsync(SyncKind.Rollback, version);
            Assert.Equal((SyncOutcome.Failed, "no_such_version"), (run.Outcome, run.ErrorReason));
        }

        Assert.Null((await scenario.DirectoryAsync()).SyncPausedSince);
    }

    private static string WithoutCreated(string resources) =>
        System.Text.RegularExpressions.Regex.Replace(resources, "\"created\":\"[^\"]*\",", "");

    /// <summary>Every user and group without what tells when it last changed, by id.</summary>
    private static async Task<string> ResourcesAsync(SyncScenario scenario)
    {
        var resources = new List<JsonNode>();
        foreach (var list in new[] { "Users", "Groups" })
        {
            resources.AddRange((await scenario.GetAsync($"{list}?count=1000"))["Resources"]!.AsArray().Select(node => node!.DeepClone()));
        }

        foreach (var resource in resources)
        {
            resource["meta"]!.AsObject().Remove("lastModified");
        }

        return string.Join('\n', resources.OrderBy(resource => (string)resource["id"]!, StringComparer.Ordinal).Select(resource => resource.ToJsonString()));
    }
}

using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class PeopleSyncTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Only_who_was_asked_for_changes(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        scenario.Company.Update(SmallCompany.Id(2), "work.title", "Pilot");
        scenario.Company.Update(SmallCompany.Id(3), "work.title", "Pilot");
        SmallCompany.Add(scenario.Company, 13);
        scenario.Company.Remove(SmallCompany.Id(4));

        var run = await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(2)}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 1, 1, 0, 0), (run.Outcome, run.Read, run.Updated, run.Created, run.Deactivated));
        Assert.Equal("Pilot", (string?)(await scenario.UserAsync(SmallCompany.Id(2)))["title"]);
        Assert.Equal("Captain", (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["title"]);
        Assert.Equal(12, await scenario.CountAsync("Users", "active eq true"));
        var full = await scenario.SyncedAsync();
        Assert.Equal((1, 1, 1), (full.Updated, full.Created, full.Deactivated));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_a_changed_and_a_vanished_person_are_one_plan_as_a_full_read_would_make_it(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        await using var other = await SyncScenario.StartAsync(provider, 12);
        foreach (var company in new[] { scenario.Company, other.Company })
        {
            company.Update(SmallCompany.Id(2), "work.department", SmallCompany.Platform);
            SmallCompany.Add(company, 13);
            company.Remove(SmallCompany.Id(4));
        }

        var run = await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(2)}\",\"{SmallCompany.Id(4)}\",\"{SmallCompany.Id(13)}\"]");
        await other.SyncedAsync();

        Assert.Equal((1, 1, 1), (run.Updated, run.Created, run.Deactivated));
        ScimSnapshot.AssertSame(await ScimSnapshot.TakeAsync(other.App.Scim, Ct), await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        var full = await scenario.SyncedAsync();
        Assert.Equal((run.VersionAfter, 0), (full.VersionAfter, full.Updated + full.Created + full.Deactivated));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_is_read_before_everybody_was(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new ScimBridge.HiBobSimulator.HiBobSimulatorOptions { People = 0 });
        SmallCompany.Fill(scenario.Company, 3);

        var run = await scenario.RunAsync(SyncKind.People, $"[\"{SmallCompany.Id(2)}\"]");

        Assert.Equal((SyncOutcome.Failed, "never_synced"), (run.Outcome, run.ErrorReason));
        Assert.Equal(503, await scenario.StatusAsync("Users"));
    }
}

using System.Globalization;
using ScimBridge.HiBobSimulator;
using ScimBridge.HiBobSimulator.Life;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>A company lives and is synced every 30 minutes. The short form lasts 2 days, SCIMBRIDGE_LONG=1 makes it 30.</summary>
public sealed class SimulatedLifeTests(ITestOutputHelper output)
{
    private const int SyncsADay = 48;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_days_of_company_life_a_directory_serves_what_a_fresh_one_does(string provider)
    {
        var days = Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1" ? 30 : 2;
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 200 });
        await scenario.SyncedAsync();
        var life = new CompanyLife(scenario.Company, seed: 4);
        var (happened, held) = (0, 0);
        var removed = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < days * SyncsADay; step++)
        {
            scenario.Time.Advance(TimeSpan.FromMinutes(29));
            happened += life.Step().Count;
            if (step % SyncsADay == SyncsADay / 3)
            {
                removed.Add(Remove(scenario.Company, step / SyncsADay));
            }

            if (step == SyncsADay + 5)
            {
                CloseAnOffice(scenario.Company, DateOnly.FromDateTime(scenario.Time.GetUtcNow().UtcDateTime).AddDays(-1));
            }

            var run = await scenario.SyncAsync();
            if (run.Outcome is SyncOutcome.Held)
            {
                held++;
                run = await scenario.ApproveAsync(run.Id);
            }

            Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, $"Step {step}: {run.ErrorReason}: {run.ErrorDetail}");
        }

        var quiet = await scenario.SyncedAsync();
        Assert.Equal(quiet.VersionBefore, quiet.VersionAfter);
        Assert.True(happened > days * 10, "Next to nothing happened.");
        Assert.True(held > 0, "The gate held nothing.");
        output.WriteLine($"{happened} things happened in {days} days, {held} plans were held, {quiet.VersionAfter} versions.");

        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var fresh = ScimBridgeApp.Start(database, [scenario.HiBob], time: scenario.Time, settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://bridge.example" });
        await fresh.SyncAsync(cancellationToken: Ct);

        // Whom HiBob no longer returns is inactive until the retention ends, and a fresh directory has never heard of them.
        var gone = removed.Select(SyncScenario.UserId).ToHashSet(StringComparer.Ordinal);
        foreach (var id in gone)
        {
            Assert.False((bool)(await scenario.GetAsync($"Users/{id}"))["active"]!);
        }

        Assert.Equal(await ServedResources.OfAsync(fresh, "Users", gone, Ct), await ServedResources.OfAsync(scenario.App, "Users", gone, Ct));
        Assert.Equal(await ServedResources.OfAsync(fresh, "Groups", Ct), await ServedResources.OfAsync(scenario.App, "Groups", Ct));
    }

    /// <summary>An employee's record is deleted in HiBob, which is none of the things that happen by themselves.</summary>
    private static string Remove(Company company, int number)
    {
        var people = company.People;
        var id = people[(number * 37) % people.Count].Id;
        company.Remove(id);
        return id;
    }

    /// <summary>More people leave in a day than the gate lets pass.</summary>
    private static void CloseAnOffice(Company company, DateOnly lastDay)
    {
        foreach (var person in company.People.Where(person => person["internal.terminationDate"] is null).Take(60).ToList())
        {
            company.Update(person.Id, "internal.terminationDate", lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}

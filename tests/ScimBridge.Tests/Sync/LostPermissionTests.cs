using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>A permission category is taken away while the directory lives, and given back.</summary>
public sealed class LostPermissionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_category_taken_away_and_granted_again_loses_no_attribute_and_the_doctor_tells_both(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        foreach (var category in new[] { "work", "workContact", "address", "employment" })
        {
            var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
            var usual = await MissingAsync(scenario);
            var (goneBefore, backBefore) = (await EventsAsync(scenario, EventKinds.FieldGone), await EventsAsync(scenario, EventKinds.FieldBack));

            scenario.HiBob.Permissions.RemoveCategories(category);
            var lost = await scenario.SyncedAsync();

            Assert.Equal(SyncOutcome.SucceededWithIssues, lost.Outcome);
            ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
            var missing = (await MissingAsync(scenario)).Except(usual).ToList();
            Assert.NotEmpty(missing);
            Assert.All(missing, field => Assert.Contains(field, lost.CheckSummary, StringComparison.Ordinal));
            Assert.Contains("not permitted or unknown: grant", lost.CheckSummary, StringComparison.Ordinal);
            Assert.Equal(missing.Count, await EventsAsync(scenario, EventKinds.FieldGone) - goneBefore);

            scenario.HiBob.Permissions.GrantAll();
            var granted = await scenario.SyncedAsync();

            ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
            Assert.Equal(usual, await MissingAsync(scenario));
            Assert.All(missing, field => Assert.DoesNotContain(field, granted.CheckSummary, StringComparison.Ordinal));
            Assert.Equal(missing.Count, await EventsAsync(scenario, EventKinds.FieldBack) - backBefore);
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(SyncScenario scenario)
    {
        await using var scope = scenario.App.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<PermissionCheck>().FindAsync(await scenario.App.DirectoryAsync(cancellationToken: Ct), Ct);
        return [.. report!.Missing.Select(finding => finding.Field)];
    }

    private static async Task<int> EventsAsync(SyncScenario scenario, string kind) =>
        (await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(await scenario.App.DirectoryAsync(cancellationToken: Ct), null, 500, Ct))
            .Count(entry => entry.Kind == kind);
}

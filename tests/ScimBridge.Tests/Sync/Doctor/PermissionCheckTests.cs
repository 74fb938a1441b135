using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Watch;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Doctor;

/// <summary>What the service user may not see is named, with what to grant and what it costs.</summary>
public sealed class PermissionCheckTests
{
    private const string Phone = "work.workPhone";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_category_taken_away_and_granted_again_loses_nothing_and_both_are_told(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var seen = scenario.Time.GetUtcNow();
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Permissions.RemoveCategories("workContact");

        var without = await scenario.SyncedAsync();
        var gone = scenario.Time.GetUtcNow();
        await scenario.SyncedAsync();

        var report = await ReportAsync(scenario);
        var phone = report.Fields.Single(field => field.Field == Phone);
        Assert.Equal((12, 0, 0, true), (phone.People, phone.Seen, phone.Present, phone.Known));
        Assert.Equal((seen, gone), (phone.LastSeenAt, phone.UnseenSince));
        Assert.Equal("View selected employees' Work contact details sections", phone.Permission);
        Assert.Contains("Permission groups", phone.MenuPath, StringComparison.Ordinal);
        Assert.Contains(phone.Attributes, attribute => attribute.StartsWith("phoneNumbers", StringComparison.Ordinal));
        Assert.Contains(Phone, report.Missing.Select(field => field.Field));
        Assert.Contains($"{Phone} (", without.CheckSummary, StringComparison.Ordinal);
        Assert.Contains("not permitted or unknown: grant \"View selected employees' Work contact details sections\" under", without.CheckSummary, StringComparison.Ordinal);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        scenario.HiBob.Permissions.GrantAll();
        var again = await scenario.SyncedAsync();

        Assert.DoesNotContain(Phone, again.CheckSummary, StringComparison.Ordinal);
        Assert.Null((await ReportAsync(scenario)).Fields.Single(field => field.Field == Phone).UnseenSince);
        var told = (await EventsAsync(scenario)).Where(entry => entry.Detail.StartsWith(Phone, StringComparison.Ordinal)).Reverse().ToList();
        Assert.Equal([(EventKinds.FieldGone, (Guid?)without.Id), (EventKinds.FieldBack, again.Id)], told.Select(entry => (entry.Kind, entry.RunId)));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_share_of_people_with_a_value_is_told_per_field(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        for (var number = 1; number <= 3; number++)
        {
            scenario.Company.Update(SmallCompany.Id(number), Phone, null);
        }

        var run = await scenario.SyncedAsync();

        var report = await ReportAsync(scenario);
        var phone = report.Fields.Single(field => field.Field == Phone);
        Assert.Equal((12, 9, 0.75), (phone.Seen, phone.Present, phone.Share));
        Assert.Equal((12, run.Id, null), (report.People, report.RunId, report.Failure));
        Assert.Equal(12, report.Lifecycle["employed"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whether_leavers_and_joiners_can_be_seen_is_judged_by_who_is_there(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var nobodyLeft = await ReportAsync(scenario);
        Assert.Equal((Visibility.CannotTell, Visibility.CannotTell), (nobodyLeft.Leavers, nobodyLeft.Joiners));

        scenario.Company.Update(SmallCompany.Id(2), "internal.lifecycleStatus", "terminated");
        SmallCompany.Add(scenario.Company, 20, ("work.startDate", "2027-01-01"));
        var run = await scenario.SyncedAsync();
        var all = await ReportAsync(scenario);
        Assert.Equal((Visibility.Yes, Visibility.Yes), (all.Leavers, all.Joiners));
        Assert.Contains("leavers visible: yes; joiners visible: yes.", run.CheckSummary, StringComparison.Ordinal);

        scenario.Company.Remove(SmallCompany.Id(2));
        await scenario.SyncedAsync();
        await scenario.SyncedAsync();
        Assert.Equal(Visibility.No, (await ReportAsync(scenario)).Leavers);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_check_on_demand_reads_everybody_and_changes_nobody(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var version = (await scenario.DirectoryAsync()).Version;
        SmallCompany.Add(scenario.Company, 20);
        scenario.Time.Advance(TimeSpan.FromMinutes(5));

        var report = await CheckAsync(scenario);

        Assert.Equal((13, null, scenario.Time.GetUtcNow()), (report.People, report.RunId, report.At));
        Assert.Equal((version, 1), ((await scenario.DirectoryAsync()).Version, (await JobProbe.AllRunsAsync(scenario.App)).Count));
        Assert.Equal(report.Summary, (await ReportAsync(scenario)).Summary);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_check_that_cannot_read_says_why_and_keeps_what_was_known_of_the_fields(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        var fields = (await ReportAsync(scenario)).Fields.Count;
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));

        var report = await CheckAsync(scenario);

        Assert.Equal(("invalid_credentials", fields), (report.Failure, report.Fields.Count));
        Assert.Contains("could not read everybody (invalid_credentials)", report.Summary, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_daily_check_reads_only_where_no_sync_did_within_the_day(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 3);
        var directory = (await scenario.DirectoryAsync()).Id;
        var reads = scenario.HiBob.RequestLog.Total;
        await using var scope = scenario.App.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredService<CheckJob>();

        await job.RunAsync(directory, Ct);
        Assert.Equal(reads, scenario.HiBob.RequestLog.Total);

        scenario.Time.Advance(TimeSpan.FromHours(25));
        await job.RunAsync(directory, Ct);
        Assert.True(scenario.HiBob.RequestLog.Total > reads);
        Assert.Equal(scenario.Time.GetUtcNow(), (await ReportAsync(scenario)).At);
    }

    [Fact]
    public async Task Every_directory_has_its_daily_check_among_the_recurring_jobs()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10, RateLimitPerMinute = 0 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob], jobs: true);

        using var connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
        Assert.Equal(
            ["check:acme", "deletion", "directory:acme", "retention", "states"],
            Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Select(job => job.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<PermissionReport> CheckAsync(SyncScenario scenario) =>
        await scenario.App.Services.GetRequiredService<PermissionCheck>().RunAsync(await scenario.DirectoryAsync(), Ct);

    private static async Task<PermissionReport> ReportAsync(SyncScenario scenario) =>
        (await scenario.App.Services.GetRequiredService<PermissionCheck>().FindAsync(await scenario.App.DirectoryAsync(cancellationToken: Ct), Ct))!;

    private static async Task<IReadOnlyList<DirectoryEventRecord>> EventsAsync(SyncScenario scenario) =>
        await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), before: null, 100, Ct);
}

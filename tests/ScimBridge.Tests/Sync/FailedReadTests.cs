using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>No read, no change: whatever is short of a complete read fails the run with its reason, and no SCIM answer moves.</summary>
public sealed class FailedReadTests(FailedReadFixture fixture) : IClassFixture<FailedReadFixture>
{
    /// <summary>Whether the cut comes before or after what began to arrive is up to the network.</summary>
    private const string Cut = "unavailable or unreadable";

    internal static readonly Dictionary<string, (string Reason, Action<HiBobSimulatorServer> Break)> Faults = new(StringComparer.Ordinal)
    {
        ["401"] = ("invalid_credentials", Fault(SimulatorFault.Status(401))),
        ["401 for the people alone"] = ("invalid_credentials", People(SimulatorFault.Status(401))),
        ["403 for the people alone"] = ("forbidden", People(SimulatorFault.Status(403))),
        ["no permission group"] = ("forbidden", hibob => hibob.Permissions.InGroup = false),
        ["400"] = ("refused", People(SimulatorFault.Status(400))),
        ["404"] = ("refused", People(SimulatorFault.Status(404))),
        ["500"] = ("unavailable", Fault(SimulatorFault.Status(500))),
        ["503 for the people alone"] = ("unavailable", People(SimulatorFault.Status(503))),
        ["503 for a list"] = ("unavailable", At(SimulatorEndpoint.NamedList, SimulatorFault.Status(503))),
        ["silence"] = ("unavailable", People(SimulatorFault.NoResponse(TimeSpan.FromMinutes(5)))),
        ["a body that stands still"] = ("unavailable", hibob => hibob.Faults.Add(
            SimulatorFault.SlowBody(TimeSpan.FromMinutes(5)) with { Endpoint = SimulatorEndpoint.PeopleSearch })),
        ["a cut connection"] = (Cut, People(SimulatorFault.CutConnection())),
        ["a connection cut in the metadata"] = (Cut, At(SimulatorEndpoint.Fields, SimulatorFault.CutConnection())),
        ["unfinished JSON"] = ("unreadable", People(SimulatorFault.UnfinishedJson())),
        ["unfinished JSON but for its last byte"] = ("unreadable", People(SimulatorFault.UnfinishedJson(int.MaxValue))),
        ["no JSON"] = ("unreadable", People(SimulatorFault.NotJson())),
        ["HTML with 200"] = ("unreadable", People(SimulatorFault.Html())),
        ["an empty company"] = ("empty_company", People(SimulatorFault.EmptyCompany())),
        ["an empty audience"] = ("empty_company", hibob => hibob.Permissions.AudienceIds = new HashSet<string>()),
        ["no lifecycle category"] = ("missing_field", hibob => hibob.Permissions.RemoveCategories("lifecycle")),
        ["a lifecycle category that vanishes"] = ("missing_field", People(SimulatorFault.WithoutCategory("lifecycle"))),
        ["a hidden lifecycle status"] = ("missing_field", hibob =>
            hibob.Permissions.HiddenFields = new HashSet<string> { "internal.lifecycleStatus" }),
        ["an audience of active people alone"] = ("over_threshold", hibob =>
            hibob.Permissions.AudienceIds = hibob.Company.People.Take(50).Select(person => person.Id).ToHashSet()),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Cases => Databases.With(Faults.Keys);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Cases))]
    public async Task A_failed_read_says_why_and_changes_no_answer(string provider, string fault)
    {
        var scenario = await fixture.HealthyAsync(provider);
        var (answers, rows) = (await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct), await TableDump.OfAsync(scenario.App, Ct));
        var (reason, breakIt) = Faults[fault];
        breakIt(scenario.HiBob);

        var run = await scenario.SyncAsync();

        var held = reason is "over_threshold";
        Assert.Equal(held ? SyncOutcome.Held : SyncOutcome.Failed, run.Outcome);
        Assert.Contains(run.ErrorReason!, reason.Split(" or "));
        Assert.Equal((SyncRunState.Finished, run.VersionBefore), (run.State, run.VersionAfter));
        Assert.False(string.IsNullOrWhiteSpace(run.ErrorDetail));
        Assert.DoesNotContain(scenario.HiBob.Options.Token, run.ErrorDetail, StringComparison.Ordinal);
        var refused = reason is "invalid_credentials" or "forbidden";
        Assert.Equal(
            refused ? DirectoryState.InvalidCredentials : held ? DirectoryState.Held : DirectoryState.Linked, await scenario.StateAsync());
        Assert.Equal(rows, await TableDump.OfAsync(scenario.App, Ct));
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        Assert.Null((await scenario.DirectoryAsync()).LeaseOwner);

        await fixture.HealthyAsync(provider);
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_failed_read_is_what_the_permission_check_finds(string provider)
    {
        var scenario = await fixture.HealthyAsync(provider);
        var check = scenario.App.Services.GetRequiredService<PermissionCheck>();
        var id = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        Assert.Null((await check.FindAsync(id, Ct))!.Failure);
        scenario.HiBob.Permissions.RemoveCategories("lifecycle");

        var run = await scenario.SyncAsync();

        var found = (await check.FindAsync(id, Ct))!;
        Assert.Equal(("missing_field", run.Id, run.ErrorDetail), (found.Failure, found.RunId!.Value, found.Detail));
        Assert.Equal(Visibility.CannotTell, found.Leavers);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_failure_the_next_good_read_links_the_directory_again(string provider)
    {
        var scenario = await fixture.HealthyAsync(provider);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));
        await scenario.SyncAsync();
        Assert.Equal(DirectoryState.InvalidCredentials, await scenario.StateAsync());
        scenario.HiBob.Faults.Clear();

        var run = await scenario.SyncedAsync();

        Assert.Equal(run.VersionBefore, run.VersionAfter);
        Assert.Equal(DirectoryState.Linked, await scenario.StateAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_used_up_request_budget_fails_the_run_and_is_respected_by_the_next(string provider)
    {
        // Not the shared one, because the budget is remembered.
        await using var scenario = await SyncScenario.StartEmptyAsync(
            provider, new HiBobSimulatorOptions { People = 20 }, realTime: true, FailedReadFixture.Hasty);
        await scenario.SyncedAsync();
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(429, retryAfterSeconds: 600) with { Endpoint = SimulatorEndpoint.PeopleSearch, Times = 1 });
        scenario.HiBob.RequestLog.Clear();

        var (met, next) = (await scenario.SyncAsync(), await scenario.SyncAsync());

        Assert.Equal(("rate_limited", "rate_limited"), (met.ErrorReason, next.ErrorReason));
        Assert.Equal(1, scenario.HiBob.RequestLog.Count(SimulatorEndpoint.PeopleSearch));
        Assert.Equal(DirectoryState.Linked, await scenario.StateAsync());
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wrong_token_and_no_credentials_at_all_leave_the_last_good_version_serving(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 4);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);

        await scenario.RestartAsync(("Directories:0:HiBob:Token", "wrong-token"));
        Assert.Equal("invalid_credentials", (await scenario.SyncAsync()).ErrorReason);
        Assert.Equal(DirectoryState.InvalidCredentials, await scenario.StateAsync());
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        await scenario.RestartAsync(("Directories:0:HiBob:Token", ""), ("Directories:0:HiBob:ServiceUserId", ""));
        Assert.Equal("invalid_credentials", (await scenario.SyncAsync()).ErrorReason);
        Assert.Equal(DirectoryState.Unlinked, await scenario.StateAsync());
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_without_a_good_read_for_two_intervals_is_stale_and_serves_on(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 4);
        var answers = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(403) with { StatusCode = 418 });
        scenario.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("refused", (await scenario.SyncAsync()).ErrorReason);
        Assert.Equal(DirectoryState.Linked, await scenario.StateAsync());

        scenario.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(DirectoryState.Stale, await scenario.StateAsync());
        ScimSnapshot.AssertSame(answers, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Before_the_first_good_read_nobody_is_told_that_the_company_is_empty(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 0 });

        Assert.Equal("empty_company", (await scenario.SyncAsync()).ErrorReason);

        Assert.Equal(503, await scenario.StatusAsync("Users"));
        Assert.Equal(503, await scenario.StatusAsync("Groups"));
        Assert.Equal(DirectoryState.Validating, await scenario.StateAsync());
    }

    private static Action<HiBobSimulatorServer> Fault(SimulatorFault fault) => hibob => hibob.Faults.Add(fault);

    private static Action<HiBobSimulatorServer> People(SimulatorFault fault) => At(SimulatorEndpoint.PeopleSearch, fault);

    private static Action<HiBobSimulatorServer> At(SimulatorEndpoint endpoint, SimulatorFault fault) =>
        hibob => hibob.Faults.Add(fault with { Endpoint = endpoint });
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>One directory with its HiBob, its server and its database, on a clock that only the test moves.</summary>
internal sealed class SyncScenario : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly bool _realTime;

    private SyncScenario(TestDatabase database, FakeTimeProvider time, HiBobSimulatorServer hibob, Dictionary<string, string?> settings, bool realTime)
    {
        (Database, Time, HiBob, _settings, _realTime) = (database, time, hibob, settings, realTime);
        App = Start();
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; }

    public HiBobSimulatorServer HiBob { get; }

    public Company Company => HiBob.Company;

    public ScimBridgeApp App { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts with a <see cref="SmallCompany"/>, and syncs it once.</summary>
    public static async Task<SyncScenario> StartAsync(string provider, int people = 12, params (string Name, string Value)[] settings)
    {
        var scenario = await StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 0 }, realTime: false, settings);
        SmallCompany.Fill(scenario.Company, people);
        await scenario.SyncedAsync();
        return scenario;
    }

    /// <summary>Starts over a company of the test's choice and does not sync yet.</summary>
    /// <param name="provider">The database.</param>
    /// <param name="company">The company; the clock and the rate limit are the scenario's.</param>
    /// <param name="realTime">Whether the server's clock is the system's, for what waits in between.</param>
    /// <param name="settings">Settings on top of the usual ones.</param>
    public static async Task<SyncScenario> StartEmptyAsync(
        string provider, HiBobSimulatorOptions company, bool realTime = false, params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        var all = new Dictionary<string, string?> { ["PublicUrl"] = "https://bridge.example" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var hibob = await HiBobSimulatorServer.StartAsync(company with { TimeProvider = time, RateLimitPerMinute = 0 }, Ct);
        return new SyncScenario(await TestDatabase.CreateAsync(provider, Ct), time, hibob, all, realTime);
    }

    /// <summary>Stops the server and starts it again on the same database, with changed settings.</summary>
    public async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await App.DisposeAsync();
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        App = Start();
    }

    /// <summary>Lets a minute go by and syncs.</summary>
    public Task<SyncRunRecord> SyncAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return App.SyncAsync(cancellationToken: Ct);
    }

    /// <summary>Lets a minute go by and does what is asked for.</summary>
    public Task<SyncRunRecord> RunAsync(SyncKind kind, string? subject = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return App.RunAsync(new SyncRequest(kind, SyncTrigger.Api) { Subject = subject }, cancellationToken: Ct);
    }

    /// <summary>Lets a minute go by and does what was asked for before and waits.</summary>
    public async Task<SyncRunRecord> RunWaitingAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var directory = await App.DirectoryAsync(cancellationToken: Ct);
        var runs = App.Services.GetRequiredService<SyncRunStore>();
        var start = await runs.TryStartAsync(directory, Ct);
        await App.Services.GetRequiredService<DirectorySync>().RunAsync(start, Ct);
        return (await runs.FindAsync(directory, start.RunId!.Value, Ct))!;
    }

    /// <summary>Approves the plan of a run and applies it.</summary>
    public async Task<SyncRunRecord> ApproveAsync(Guid runId)
    {
        Assert.True(await DecideAsync(runId, approved: true));
        return await RunAsync(SyncKind.Approval, runId.ToString());
    }

    /// <summary>Decides about the plan of a run.</summary>
    /// <returns>False when it waits no longer.</returns>
    public async Task<bool> DecideAsync(Guid runId, bool approved) => await App.Services.GetRequiredService<PlanStore>()
        .DecideAsync(await App.DirectoryAsync(cancellationToken: Ct), runId, new PlanDecision(approved, "tests", "because"), Ct);

    /// <summary>The plan of a run.</summary>
    public async Task<PlanRecord?> PlanAsync(Guid runId) =>
        await App.Services.GetRequiredService<PlanStore>().FindAsync(await App.DirectoryAsync(cancellationToken: Ct), runId, Ct);

    /// <summary>The changes of a run's plan.</summary>
    public async Task<IReadOnlyList<PlanChangeRecord>> ChangesAsync(Guid runId) => await App.Services.GetRequiredService<PlanStore>()
        .ChangesAsync(await App.DirectoryAsync(cancellationToken: Ct), runId, kind: null, after: 0, most: 1000, Ct);

    /// <summary>Lets a minute go by, syncs, and takes nothing but success.</summary>
    public async Task<SyncRunRecord> SyncedAsync()
    {
        var run = await SyncAsync();
        Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, $"{run.ErrorReason}: {run.ErrorDetail}");
        return run;
    }

    /// <summary>The directory as it is stored.</summary>
    public async Task<DirectoryRecord> DirectoryAsync() =>
        (await App.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!;

    /// <summary>The directory's state.</summary>
    public async Task<DirectoryState> StateAsync() =>
        DirectoryStates.Of(await DirectoryAsync(), _realTime ? TimeProvider.System.GetUtcNow() : Time.GetUtcNow());

    /// <summary>The ledger of a run: its codes with the people concerned.</summary>
    public async Task<IReadOnlyList<(string Code, string? EmployeeId)>> IssuesAsync(SyncRunRecord run)
    {
        var issues = await App.Services.GetRequiredService<SyncRunStore>().IssuesAsync(new DirectoryId(run.DirectoryId), run.Id, 1000, Ct);
        return [.. issues.Select(issue => (issue.Code, issue.EmployeeId))];
    }

    /// <summary>The user made from an employee, as a client sees it.</summary>
    public async Task<JsonObject> UserAsync(string employeeId) => await GetAsync($"Users/{UserId(employeeId)}");

    /// <summary>The group of a department, as a client sees it.</summary>
    public async Task<JsonObject> DepartmentAsync(string itemId) => await GetAsync($"Groups/{GroupId(GroupKey.Department, itemId)}");

    /// <summary>The group of a site, as a client sees it.</summary>
    public async Task<JsonObject> SiteAsync(long itemId) =>
        await GetAsync($"Groups/{GroupId(GroupKey.Site, itemId.ToString(System.Globalization.CultureInfo.InvariantCulture))}");

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await App.Scim.GetStringAsync(path, Ct))!.AsObject();

    /// <summary>The status of a read.</summary>
    public async Task<int> StatusAsync(string path)
    {
        using var response = await App.Scim.GetAsync(path, Ct);
        return (int)response.StatusCode;
    }

    /// <summary>How many users or groups match.</summary>
    public async Task<int> CountAsync(string resources, string filter) =>
        (int)(await GetAsync($"{resources}?filter={Uri.EscapeDataString(filter)}"))["totalResults"]!;

    public static string UserId(string employeeId) => ResourceIds.User("acme", employeeId);

    public static string GroupId(string source, string itemId) => ResourceIds.Group("acme", new GroupKey(source, itemId));

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await HiBob.DisposeAsync();
        await Database.DisposeAsync();
    }

    private ScimBridgeApp Start() => ScimBridgeApp.Start(Database, [HiBob], time: _realTime ? null : Time, settings: _settings);
}

using System.Net.Http.Json;
using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>A server without declared directories beside a HiBob that it may read, on a clock that only the test moves.</summary>
internal sealed class LinkingScenario : IAsyncDisposable
{
    /// <summary>What makes a HiBob that fails fail soon, on the system's clock.</summary>
    public static readonly (string Name, string Value)[] Hasty =
    [
        ("HiBob:RetryDelay", "00:00:00.001"), ("HiBob:Retries", "1"), ("HiBob:BudgetWait", "00:00:00"), ("HiBob:AnswerTimeout", "00:00:05"),
    ];

    private readonly Dictionary<string, string?> _settings = [];
    private readonly bool _realTime;
    private readonly bool _jobs;

    private LinkingScenario(TestDatabase database, HiBobSimulatorServer hibob, FakeTimeProvider time, bool realTime, bool jobs, (string Name, string Value)[] settings)
    {
        (Database, HiBob, Time, _realTime, _jobs) = (database, hibob, time, realTime, jobs);
        _settings["HiBob:AllowedHosts:9"] = hibob.BaseUrl.Authority;
        _settings["PublicUrl"] = "https://bridge.example/";
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        App = Start();
        Api = App.AdminApi();
    }

    public TestDatabase Database { get; }

    public HiBobSimulatorServer HiBob { get; }

    public FakeTimeProvider Time { get; }

    public ScimBridgeApp App { get; private set; }

    /// <summary>A client of the admin API, below its base.</summary>
    public HttpClient Api { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts beside a company of so many people.</summary>
    public static async Task<LinkingScenario> StartAsync(
        string provider, int people = 6, bool realTime = false, bool jobs = false, params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        var hibob = await HiBobSimulatorServer.StartAsync(
            new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0, Token = "a-long-enough-token-wxyz", TimeProvider = time }, Ct);
        SmallCompany.Fill(hibob.Company, people);
        return new LinkingScenario(await TestDatabase.CreateAsync(provider, Ct), hibob, time, realTime, jobs, settings);
    }

    /// <summary>Stops the server and starts it again on the same database, with changed settings; null removes one.</summary>
    public async Task RestartAsync(params (string Name, string? Value)[] settings)
    {
        Api.Dispose();
        await App.DisposeAsync();
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        // An entry of nothing would be a directory without a key.
        foreach (var name in _settings.Keys.Where(name => _settings[name] is null).ToList())
        {
            _settings.Remove(name);
        }

        App = Start();
        Api = App.AdminApi();
    }

    /// <summary>Makes a directory of the HiBob, which must work.</summary>
    public async Task<JsonElement> MakeAsync(string key, string? name = null)
    {
        using var response = await Api.PostAsJsonAsync(
            "directories", new { key, name = name ?? $"{key} directory", hiBob = new { baseUrl = HiBob.BaseUrl.AbsoluteUri } }, Ct);
        return await response.ShouldBeAsync(201);
    }

    /// <summary>Enters the right credentials, which must work.</summary>
    public async Task<JsonElement> LinkAsync(string key)
    {
        using var response = await Api.PutAsJsonAsync(
            $"directories/{key}/credentials", new { serviceUserId = HiBob.Options.ServiceUserId, token = HiBob.Options.Token }, Ct);
        return await response.ShouldBeAsync(200);
    }

    /// <summary>Makes a directory, links it, reads it once and makes a token that may read all of it.</summary>
    public async Task<string> ReadAsync(string key, string? name = null)
    {
        await MakeAsync(key, name);
        await LinkAsync(key);
        await App.SyncAsync(key, Ct);
        return (await App.MakeTokenAsync(key, new { name = "client", scopes = new[] { "read_users", "read_groups", "reports" } })).Token;
    }

    /// <summary>A directory as the admin API shows it.</summary>
    public Task<JsonElement> DirectoryAsync(string key) => Api.GetFromJsonAsync<JsonElement>($"directories/{key}", Ct);

    /// <summary>Sends a request that says by <c>If-Match</c> what it has seen.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the API's base.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="tag">What was seen; null for saying nothing, and <c>now</c> for what GET says at this moment.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? tag = "now")
    {
        if (tag == "now")
        {
            using var seen = await Api.GetAsync(path, Ct);
            tag = seen.Headers.ETag?.ToString();
        }

        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await Api.SendAsync(request, Ct);
    }

    /// <summary>What was done, the newest first, by the codes of the audit log; of one directory if it is named.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(string? directory = null)
    {
        var entries = await Api.GetFromJsonAsync<JsonElement>($"audit?count=200{(directory is null ? "" : $"&directory={directory}")}", Ct);
        return [.. entries.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()!)];
    }

    /// <summary>The ids of the recurring jobs.</summary>
    public IReadOnlyList<string> JobIds()
    {
        using var connection = App.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => job.Id)];
    }

    /// <summary>The database.</summary>
    public Task<ScimBridgeContext> ContextAsync() =>
        App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await App.DisposeAsync();
        await HiBob.DisposeAsync();
        await Database.DisposeAsync();
    }

    private ScimBridgeApp Start() => ScimBridgeApp.Start(Database, [], _jobs, _realTime ? null : Time, _settings);
}

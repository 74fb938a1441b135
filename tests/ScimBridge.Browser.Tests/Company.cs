using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Browser.Tests;

/// <summary>A server with jobs that run, linked to a simulated company of 200.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly TestDatabase database;

    private Company(TestDatabase database, HiBobSimulatorServer hiBob, ScimBridgeApp app) => (this.database, HiBob, App) = (database, hiBob, app);

    /// <summary>The company's HiBob.</summary>
    public HiBobSimulatorServer HiBob { get; }

    /// <summary>The server.</summary>
    public ScimBridgeApp App { get; }

    /// <summary>A client of the admin API, with a key that may do everything.</summary>
    public HttpClient Api()
    {
        var client = new HttpClient { BaseAddress = new Uri($"{App.Address}/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ScimBridgeApp.ApiKey);
        return client;
    }

    /// <summary>Starts both, and syncs once.</summary>
    /// <param name="settings">Settings of the server on top, or instead of the usual ones.</param>
    /// <param name="people">How many people the company is made with.</param>
    /// <param name="fill">What is done to the company before it is read.</param>
    public static async Task<Company> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, int people = 200, Action<HiBobSimulator.Company>? fill = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await TestDatabase.CreateAsync(Databases.Sqlite, cancellationToken);
        var hiBob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = people, RateLimitPerMinute = 0 }, cancellationToken);
        fill?.Invoke(hiBob.Company);
        var app = ScimBridgeApp.Start(database, [hiBob], jobs: true, settings: settings);
        await JobProbe.RunsAsync(app, finished: 1);
        return new Company(database, hiBob, app);
    }

    /// <summary>Syncs everybody once more, and waits for the end of it.</summary>
    public async Task SyncAgainAsync()
    {
        var before = await JobProbe.AllRunsAsync(App);
        using var api = Api();
        using var asked = await api.PostAsync("directories/acme/syncs", null, TestContext.Current.CancellationToken);
        asked.EnsureSuccessStatusCode();
        await JobProbe.RunsAsync(App, before.Count + 1);
    }

    /// <summary>Makes a directory by the API, whose HiBob is the company's and which is not linked yet.</summary>
    public async Task MakeDirectoryAsync(string key, string name, string organization)
    {
        using var api = Api();
        using var made = await api.PostAsJsonAsync(
            "directories", new { key, name, organization, hiBob = new { baseUrl = HiBob.BaseUrl.AbsoluteUri } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await HiBob.DisposeAsync();
        await database.DisposeAsync();
    }
}

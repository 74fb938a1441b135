using System.Globalization;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedApps))]

namespace ScimBridge.Tests.Scim;

/// <summary>A server a database, started when first asked for and shared by the tests that only read.</summary>
/// <remarks><c>acme</c> has 230 people and over 200 groups, <c>globex</c> has 12 people, and <c>initech</c> has never been synced.</remarks>
public sealed class SharedApps : IAsyncDisposable
{
    /// <summary>The people of <c>acme</c>.</summary>
    public const int People = 230;

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, ScimBridgeApp> apps = [];
    private readonly List<IAsyncDisposable> parts = [];

    /// <summary>The server on a database.</summary>
    internal async Task<ScimBridgeApp> OnAsync(string provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!apps.TryGetValue(provider, out var app))
            {
                app = await StartAsync(provider, cancellationToken);
                apps.Add(provider, app);
            }

            return app;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(parts))
        {
            await part.DisposeAsync();
        }

        gate.Dispose();
    }

    private async Task<ScimBridgeApp> StartAsync(string provider, CancellationToken cancellationToken)
    {
        var database = await TestDatabase.CreateAsync(provider, cancellationToken);
        parts.Add(database);
        var acme = await SimulatorAsync(People - NamedPeople.Length, 1, cancellationToken);
        foreach (var (firstName, surname, email) in NamedPeople)
        {
            acme.Company.Add(
                ("root.firstName", firstName), ("root.surname", surname), ("root.displayName", $"{firstName} {surname}".Trim()), ("root.email", email),
                ("work.startDate", new DateOnly(2020, 1, 1)));
        }

        for (var index = 0; index < 200; index++)
        {
            acme.Company.AddListItem("department", string.Create(CultureInfo.InvariantCulture, $"extra-{index}"), string.Create(CultureInfo.InvariantCulture, $"Extra {index}"));
        }

        var app = ScimBridgeApp.Start(
            database, [acme, await SimulatorAsync(12, 2, cancellationToken), await SimulatorAsync(12, 3, cancellationToken)]);
        parts.Add(app);
        foreach (var key in ScimBridgeApp.Keys.Take(2))
        {
            var run = await app.SyncAsync(key, cancellationToken);
            Assert.True(run.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues, run.ErrorDetail);
        }

        return app;
    }

    private async Task<HiBobSimulatorServer> SimulatorAsync(int people, int seed, CancellationToken cancellationToken)
    {
        var simulator = await HiBobSimulatorServer.StartAsync(
            new HiBobSimulatorOptions { People = people, Seed = seed, RateLimitPerMinute = 0 }, cancellationToken);
        parts.Add(simulator);
        return simulator;
    }

    /// <summary>People whose names and addresses are hard to compare.</summary>
    internal static readonly (string FirstName, string Surname, string Email)[] NamedPeople =
    [
        ("Åse", "Ångström", "Åse.Ångström@Example.com"),
        ("Οδυσσέας", "Παπαδόπουλος", "odysseas@example.com"),
        ("Straße", "Weiß", "weiss@example.com"),
        ("Per%", "Under_score", "per_cent%@example.com"),
        ("Quo\"te", "Back\\slash", "o'neil@example.com"),
        ("😀 Ünal", "İpek", "ipek@example.com"),
    ];
}

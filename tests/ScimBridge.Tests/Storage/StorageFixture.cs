using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

/// <summary>A server over a database, for tests of the stores behind it.</summary>
internal sealed class StorageFixture : IAsyncDisposable
{
    private readonly TestDatabase database;

    private StorageFixture(TestDatabase database, IReadOnlyList<HiBobSimulatorServer> simulators, ScimBridgeApp app) =>
        (this.database, Simulators, App) = (database, simulators, app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ScimBridgeApp App { get; }

    public IReadOnlyList<HiBobSimulatorServer> Simulators { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<StorageFixture> StartAsync(string provider, int directories = 1, int people = 10, TimeProvider? time = null)
    {
        var database = await TestDatabase.CreateAsync(provider, Ct);
        var simulators = new List<HiBobSimulatorServer>();
        for (var index = 0; index < directories; index++)
        {
            simulators.Add(await HiBobSimulatorServer.StartAsync(
                new HiBobSimulatorOptions { People = people, Seed = index + 1, RateLimitPerMinute = 0, TimeProvider = time ?? TimeProvider.System }, Ct));
        }

        return new StorageFixture(database, simulators, ScimBridgeApp.Start(database, simulators, time: time));
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public Task<ScimBridgeContext> ContextAsync() => Get<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        foreach (var simulator in Simulators)
        {
            await simulator.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}

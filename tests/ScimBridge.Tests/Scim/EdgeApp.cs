using Microsoft.Extensions.Logging;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.HiBob;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A server with settings of a test's own: <c>acme</c> has some people, and <c>globex</c> has never been synced.</summary>
internal sealed class EdgeApp : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> parts = [];

    private EdgeApp()
    {
    }

    public required ScimBridgeApp App { get; init; }

    public required TestDatabase Database { get; init; }

    /// <summary>What the server logged, at the levels of its settings file.</summary>
    public required LogLines Log { get; init; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<EdgeApp> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, string provider = Databases.Sqlite, int people = 10,
        Action<Company>? prepare = null)
    {
        var database = await TestDatabase.CreateAsync(provider, Ct);
        var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = people, RateLimitPerMinute = 0 }, Ct);
        prepare?.Invoke(hibob.Company);
        var log = new LogLines();

        // Never disposed: Hangfire keeps its log provider in a static.
#pragma warning disable CA2000
        var logs = LoggerFactory.Create(logging => logging
            .SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddProvider(log));
#pragma warning restore CA2000
        var app = ScimBridgeApp.Start(database, [hibob, hibob], settings: settings, logs: logs);
        var edge = new EdgeApp { App = app, Database = database, Log = log };
        edge.parts.AddRange([app, hibob, database]);
        await app.SyncAsync(cancellationToken: Ct);
        return edge;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            await part.DisposeAsync();
        }
    }
}

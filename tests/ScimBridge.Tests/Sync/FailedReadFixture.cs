using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>A synced directory a database, kept for all the ways in which reading it can fail: a failure leaves nothing behind.</summary>
public sealed class FailedReadFixture : IAsyncLifetime
{
    internal static readonly (string Name, string Value)[] Hasty =
    [
        ("HiBob:RetryDelay", "00:00:00.001"), ("HiBob:Retries", "1"), ("HiBob:BudgetWait", "00:00:00"),
        ("HiBob:AnswerTimeout", "00:00:01"), ("HiBob:IdleTimeout", "00:00:01"), ("Directories:0:Sync:IntervalMinutes", "30"),
    ];

    private readonly Dictionary<string, SyncScenario> _scenarios = new(StringComparer.Ordinal);

    /// <summary>The directory on a database, its last read good and its HiBob without faults.</summary>
    internal async Task<SyncScenario> HealthyAsync(string provider)
    {
        if (!_scenarios.TryGetValue(provider, out var scenario))
        {
            scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 60 }, realTime: true, Hasty);
            _scenarios[provider] = scenario;
        }

        scenario.HiBob.Faults.Clear();
        scenario.HiBob.Permissions.GrantAll();
        await scenario.SyncedAsync();
        return scenario;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var scenario in _scenarios.Values)
        {
            await scenario.DisposeAsync();
        }
    }
}

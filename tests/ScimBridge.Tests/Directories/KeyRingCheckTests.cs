using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Directories;

public sealed class KeyRingCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_key_than_the_stored_credentials_were_encrypted_under_is_a_fault(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob]);
        var store = app.Services.GetRequiredService<KeyRingStore>();
        var other = Convert.ToBase64String(Enumerable.Repeat((byte)7, SecretsOptions.KeyLength).ToArray());
        await using var withOther = new ServiceCollection()
            .AddSingleton(Options.Create(new SecretsOptions { Key = other })).BuildServiceProvider();

        Assert.NotEmpty(await store.EntriesAsync(Ct));
        Assert.Null(await new KeyRingCheck(store, app.Services).FaultAsync(Ct));
        Assert.StartsWith("Secrets:Key is not the key", await new KeyRingCheck(store, withOther).FaultAsync(Ct), StringComparison.Ordinal);
    }
}

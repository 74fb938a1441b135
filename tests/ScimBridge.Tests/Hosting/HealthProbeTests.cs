using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Hosting;

public sealed class HealthProbeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_verb_health_tells_by_its_exit_code_whether_a_server_is_ready()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob]);

        var (exitCode, output, _) = await ServerProcess.RunAsync(new Dictionary<string, string>(), "health", app.Address);
        Assert.Equal((0, "ready"), (exitCode, output.Trim()));

        var byPort = await ServerProcess.RunAsync(
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = app.Address.Replace("127.0.0.1", "0.0.0.0", StringComparison.Ordinal) }, "health");
        Assert.Equal(0, byPort.ExitCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1")]
    public async Task Without_a_server_it_fails_in_one_line(string url)
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(new Dictionary<string, string>(), "health", url);

        Assert.Equal(1, exitCode);
        Assert.Contains(url, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}

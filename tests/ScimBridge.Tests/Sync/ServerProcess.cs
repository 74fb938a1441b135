using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>The server as a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string PublicUrl = "https://bridge.example";

    private readonly Process _process;

    private readonly ConcurrentQueue<string> _output = new();

    private ServerProcess(Process process) => _process = process;

    /// <summary>Starts the built server on a database, with <c>acme</c> linked to a simulator.</summary>
    public static ServerProcess Start(TestDatabase database, HiBobSimulatorServer hibob, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ScimBridge.dll"));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Testing",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["PublicUrl"] = PublicUrl,
            ["Storage__Provider"] = database.Provider,
            ["Storage__ConnectionString"] = database.ConnectionString,
            ["Secrets__Key"] = Convert.ToBase64String(new byte[32]),
            ["Admin__ApiKey"] = ScimBridgeApp.ApiKey,
            ["Admin__Password"] = ScimBridgeApp.AdminPassword,
            ["HiBob__AllowedHosts__0"] = hibob.BaseUrl.Authority,
            ["Directories__0__Key"] = "acme",
            ["Directories__0__HiBob__BaseUrl"] = hibob.BaseUrl.AbsoluteUri,
            ["Directories__0__HiBob__ServiceUserId"] = hibob.Options.ServiceUserId,
            ["Directories__0__HiBob__Token"] = hibob.Options.Token,
            ["Directories__0__ScimTokens__0"] = ScimBridgeApp.Token("acme"),
        })
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server._output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => server._output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>The same server within the test, without jobs, to look at the database beside it and to change it.</summary>
    public static ScimBridgeApp Beside(TestDatabase database, HiBobSimulatorServer hibob, params (string Name, string Value)[] settings) =>
        ScimBridgeApp.Start(database, [hibob], settings: new Dictionary<string, string?>(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
        {
            ["PublicUrl"] = PublicUrl,
        });

    /// <summary>Fails, with what the server said last, when it does not run.</summary>
    public void AssertRuns() =>
        Assert.True(!_process.HasExited, $"The server ended by itself:{Environment.NewLine}{string.Join(Environment.NewLine, _output.TakeLast(40))}");

    /// <summary>Stands it still, as a virtual machine does that is moved, or a host out of memory.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => SignalAsync("STOP", cancellationToken);

    /// <summary>Lets it go on where it stood.</summary>
    public Task ThawAsync(CancellationToken cancellationToken) => SignalAsync("CONT", cancellationToken);

    /// <summary>Kills it as <c>kill -9</c> does, and waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

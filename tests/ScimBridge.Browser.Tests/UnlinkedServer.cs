using System.Diagnostics;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.Hosting;
using Xunit;

namespace ScimBridge.Browser.Tests;

/// <summary>The real program as somebody starts it for the first time: an empty store, no directory, and a password on the console.</summary>
internal sealed class UnlinkedServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private UnlinkedServer(Process process, DirectoryInfo folder, HiBobSimulatorServer hiBob, string address, string password) =>
        (this.process, this.folder, HiBob, Address, Password) = (process, folder, hiBob, address, password);

    /// <summary>A HiBob that may be linked.</summary>
    public HiBobSimulatorServer HiBob { get; }

    /// <summary>Where the server answers.</summary>
    public string Address { get; }

    /// <summary>The password that the console shows.</summary>
    public string Password { get; }

    /// <summary>Starts it.</summary>
    public static async Task<UnlinkedServer> StartAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var hiBob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 200, RateLimitPerMinute = 0 }, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("scimbridge-first-run-");
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        var process = ServerProcess.Start(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = address,
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "scimbridge.db")}",
            ["Secrets__Key"] = Convert.ToBase64String(new byte[32]),
            ["HiBob__AllowedHosts__0"] = hiBob.BaseUrl.Authority,
        });
        string? password = null;
        while (password is null && await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            password = line.Split("Password       ") is [_, var rest] ? rest.Split(' ')[0] : null;
        }

        Assert.NotNull(password);

        // Read on, or the program stands still once the pipe is full.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return new UnlinkedServer(process, folder, hiBob, address, password);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        await HiBob.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ScimBridge.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts a program of ours.</summary>
    /// <param name="program">The assembly, whose folder it works in.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">The arguments, made of the address that it is to listen at.</param>
    public static ServerProcess Start(string program, IReadOnlyDictionary<string, string> settings, Func<string, IEnumerable<string>> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var argument in arguments(address).Prepend(program).Prepend("exec"))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_URLS"] = address;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>Waits until it answers, whatever it answers.</summary>
    public async Task WaitAsync()
    {
        using var client = new HttpClient();
        for (var until = DateTime.UtcNow.AddMinutes(1); ; await Task.Delay(100))
        {
            try
            {
                using var response = await client.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until && !process.HasExited)
            {
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

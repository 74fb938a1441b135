using System.Diagnostics;
using System.Globalization;

namespace ScimBridge.Benchmarks;

/// <summary>Puts load on a server with wrk, which needs little of the machine that both share.</summary>
internal sealed class LoadGenerator(int connections, TimeSpan duration)
{
    /// <summary>Asks for the paths over and over.</summary>
    /// <exception cref="InvalidOperationException">wrk is not there, or a request failed.</exception>
    public async Task<Measurement> RunAsync(Uri server, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers)
    {
        var folder = Directory.CreateTempSubdirectory("scimbridge-load-");
        try
        {
            var pathFile = Path.Combine(folder.FullName, "paths");
            var headerFile = Path.Combine(folder.FullName, "headers");
            await File.WriteAllLinesAsync(pathFile, paths);
            await File.WriteAllLinesAsync(headerFile, headers.Select(header => $"{header.Key}: {header.Value}"));
            return Parsed(await OutputAsync(server, pathFile, headerFile));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> OutputAsync(Uri server, string pathFile, string headerFile)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[
            "-t", "1", "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{(int)duration.TotalSeconds}s", "--timeout", "30s",
            "-s", Path.Combine(AppContext.BaseDirectory, "load.lua"), server.AbsoluteUri, "--", pathFile, headerFile])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk does not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private static Measurement Parsed(string output)
    {
        var result = output.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said no result:\n{output}");
        var numbers = result.Split(' ').Skip(1).Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return numbers[3] == 0
            ? new Measurement(numbers[0] / TimeSpan.FromMicroseconds(numbers[1]).TotalSeconds, TimeSpan.FromMicroseconds(numbers[2]))
            : throw new InvalidOperationException($"{numbers[3]} requests failed:\n{output}");
    }
}

namespace ScimBridge.Hosting;

/// <summary>The verb <c>health</c>: asks a running server whether it is ready, for containers that have no curl.</summary>
internal static class HealthProbe
{
    /// <summary>The verb.</summary>
    public const string Verb = "health";

    /// <summary>Asks the server at <paramref name="args"/>' URL, or where this machine's settings say that one listens.</summary>
    /// <returns>The exit code: 0 when ready, 1 when not.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var url = args.Length > 0 ? args[0] : OfThisMachine();
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || (server.Scheme != Uri.UriSchemeHttp && server.Scheme != Uri.UriSchemeHttps))
        {
            await Console.Error.WriteLineAsync($"'{url}' is no URL of a server, such as {ListenAddresses.Default}.");
            return 1;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await client.GetAsync(new Uri(server, "/health/ready"));
            await Console.Out.WriteLineAsync(response.IsSuccessStatusCode ? "ready" : $"not ready: {(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No server answers at {url}: {unreachable.Message}");
            return 1;
        }
    }

    private static string OfThisMachine()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").Build();
        return ListenAddresses.Local(ListenAddresses.Of(settings)[0]);
    }
}

using System.Net;

namespace ScimBridge.Hosting;

/// <summary>The addresses that the settings tell the server to listen on.</summary>
internal static class ListenAddresses
{
    /// <summary>Where the server listens when nothing says otherwise.</summary>
    public const string Default = "http://localhost:5080";

    private static readonly string[] EveryInterface = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The addresses, from the first of ASP.NET Core's settings, in its order, that holds any.</summary>
    /// <remarks>Only from the first: the .NET images set ports, and whoever sets URLS does not listen on those.</remarks>
    public static IReadOnlyList<string> Of(IConfiguration settings)
    {
        IReadOnlyList<string>[] sources =
        [
            [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()],
            Split(settings["urls"]),
            [
                .. Split(settings["http_ports"]).Select(port => $"http://*:{port}"),
                .. Split(settings["https_ports"]).Select(port => $"https://*:{port}"),
            ],
        ];
        return sources.FirstOrDefault(addresses => addresses.Count > 0) ?? [Default];
    }

    /// <summary>Whether the server can listen on an address at all.</summary>
    public static bool IsAddress(string address)
    {
        try
        {
            _ = Microsoft.AspNetCore.Http.BindingAddress.Parse(address);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether an address is unencrypted HTTP.</summary>
    public static bool IsPlain(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether only this machine reaches an address. <c>*</c> and <c>+</c>, which stand for every interface, are not loopback.</summary>
    public static bool IsLoopback(string address)
    {
        var binding = Microsoft.AspNetCore.Http.BindingAddress.Parse(address);
        return binding.IsUnixPipe
            || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>The address by which this machine itself reaches a server that listens on <paramref name="address"/>.</summary>
    public static string Local(string address) => EveryInterface.Aggregate(
        address, (local, any) => local.Replace($"//{any}", "//localhost", StringComparison.Ordinal));

    private static string[] Split(string? list) =>
        (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

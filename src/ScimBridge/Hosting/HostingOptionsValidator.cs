using System.Net;
using Microsoft.Extensions.Options;

namespace ScimBridge.Hosting;

/// <summary>Refuses proxies that are no addresses, and plain HTTP that others could listen to.</summary>
internal sealed class HostingOptionsValidator(IHostEnvironment environment, IConfiguration settings) : IValidateOptions<HostingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var faults = options.TrustedProxies
            .Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            .Select(proxy => $"{HostingOptions.TrustedProxiesSetting}: '{proxy}' is neither an address nor a network such as 10.0.0.0/8.")
            .ToList();
        var addresses = ListenAddresses.Of(settings);
        faults.AddRange(addresses.Where(address => !ListenAddresses.IsAddress(address))
            .Select(address => $"The server can't listen on '{address}', which is no address such as {ListenAddresses.Default}."));
        if (!environment.IsDevelopment() && options.TrustedProxies.Count == 0)
        {
            faults.AddRange(addresses
                .Where(address => ListenAddresses.IsAddress(address) && ListenAddresses.IsPlain(address) && !ListenAddresses.IsLoopback(address))
                .Select(address =>
                    $"The server would listen on {address}, where tokens and people's data would travel unencrypted. "
                    + $"Listen on https or on loopback, or name the proxy that does TLS in {HostingOptions.TrustedProxiesSetting}."));
        }

        if (!HasIcu())
        {
            faults.Add("ICU is missing or DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set, so names can't be compared. Install ICU (libicu) and unset the variable.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Whether text can be normalized and cultures are known, which takes ICU.</summary>
    private static bool HasIcu()
    {
        try
        {
            return "\uFB01".Normalize(System.Text.NormalizationForm.FormKC) == "fi"
                && System.Globalization.CultureInfo.GetCultureInfo("el-GR").EnglishName.StartsWith("Greek", StringComparison.Ordinal);
        }
        catch (System.Globalization.CultureNotFoundException)
        {
            return false;
        }
    }
}

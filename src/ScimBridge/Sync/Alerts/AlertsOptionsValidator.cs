using Microsoft.Extensions.Options;

namespace ScimBridge.Sync.Alerts;

/// <summary>Refuses an address that alerts must not be posted to.</summary>
internal sealed class AlertsOptionsValidator : IValidateOptions<AlertsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AlertsOptions options) => string.IsNullOrEmpty(options.Url) || options.Address is not null
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Alerts:Url is not an absolute https URL (or http on this machine).");
}

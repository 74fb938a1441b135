namespace ScimBridge.Sync.Alerts;

/// <summary>Where alerts go; the section <c>Alerts</c>.</summary>
internal sealed class AlertsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alerts";

    /// <summary>The URL that alerts are posted to, https or on this machine; null for none but the log.</summary>
    public string? Url { get; set; }

    /// <summary>The same as an address; null when there is none or it is no fit one.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : null;
}

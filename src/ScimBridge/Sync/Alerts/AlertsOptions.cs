namespace ScimBridge.Sync.Alerts;

/// <summary>Where alerts go; the section <c>Alerts</c>.</summary>
internal sealed class AlertsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alerts";

    /// <summary>The URL that alerts are posted to, https or on this machine; null for none but the log.</summary>
    public string? Url { get; set; }

    /// <summary>Hosts, each as <c>host</c> or <c>host:port</c>, that are posted to though their address is not of the public Internet.</summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether a host is posted to whatever its address: this machine by its own name, and those of <see cref="AllowedHosts"/>.</summary>
    public bool Allows(Uri target) => target.IsLoopback || AllowedHosts.Any(entry =>
        string.Equals(entry, target.Host, StringComparison.OrdinalIgnoreCase)
        || string.Equals(entry, $"{target.Host}:{target.Port}", StringComparison.OrdinalIgnoreCase));

    /// <summary>The same as an address; null when there is none or it is no fit one.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : null;
}

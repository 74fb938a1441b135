namespace ScimBridge.Hosting;

/// <summary>What stands between the server and its clients.</summary>
internal sealed class HostingOptions
{
    /// <summary>The name of the setting that holds <see cref="TrustedProxies"/>.</summary>
    public const string TrustedProxiesSetting = "TrustedProxies";

    /// <summary>The addresses or networks (such as <c>10.0.0.0/8</c>) of proxies whose X-Forwarded headers are believed; nobody's by default.</summary>
    public List<string> TrustedProxies { get; set; } = [];
}

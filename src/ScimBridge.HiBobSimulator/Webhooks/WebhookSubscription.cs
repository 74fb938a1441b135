namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>Where webhooks go, and how they are signed.</summary>
public sealed class WebhookSubscription
{
    private volatile bool isOff;

    internal WebhookSubscription(string id, Uri url, string secret, WebhookVersion version, IReadOnlySet<string>? events)
    {
        Id = id;
        Url = url;
        Secret = secret;
        Version = version;
        Events = events;
    }

    /// <summary>The simulator's name for it.</summary>
    public string Id { get; }

    /// <summary>The receiver, on this machine.</summary>
    public Uri Url { get; }

    /// <summary>The secret of the signature.</summary>
    public string Secret { get; }

    /// <summary>The generation.</summary>
    public WebhookVersion Version { get; }

    /// <summary>The types of event that are sent, such as <c>employee.updated</c>; null means all.</summary>
    public IReadOnlySet<string>? Events { get; }

    /// <summary>Whether failures have switched it off, as they do for the first generation.</summary>
    public bool IsOff => isOff;

    internal void SwitchOff() => isOff = true;
}

namespace ScimBridge.Sync.Webhooks;

/// <summary>What is made of a webhook request, as it is recorded.</summary>
internal static class WebhookResults
{
    /// <summary>The employee is read once the change can be seen.</summary>
    public const string Accepted = "accepted";

    /// <summary>The same request was accepted within a day.</summary>
    public const string Repeated = "repeated";

    /// <summary>The HR system tested the address.</summary>
    public const string Ping = "ping";

    /// <summary>It was not signed with the directory's secret.</summary>
    public const string Unsigned = "unsigned";

    /// <summary>It was signed, and named nobody.</summary>
    public const string Malformed = "malformed";

    /// <summary>It was good, and the directory is not read now.</summary>
    public const string Ignored = "ignored";
}

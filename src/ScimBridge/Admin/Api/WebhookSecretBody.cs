namespace ScimBridge.Admin.Api;

/// <summary>The secret that HiBob signs webhooks with; it is never shown again.</summary>
internal sealed record WebhookSecretBody
{
    /// <summary>The secret.</summary>
    public string? Secret { get; init; }

    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(WebhookSecretBody);
}

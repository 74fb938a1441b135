namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>A body on its way, with its signature or without.</summary>
internal sealed record WebhookMessage(string Type, string Body, string? Signature);

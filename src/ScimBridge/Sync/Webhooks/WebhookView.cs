namespace ScimBridge.Sync.Webhooks;

/// <summary>The answer to a webhook that was taken.</summary>
/// <param name="Result">What was made of it.</param>
internal sealed record WebhookView(string Result);

namespace ScimBridge.Sync.Webhooks;

/// <summary>What to answer to a webhook request.</summary>
/// <param name="Result">What was made of it; one of <see cref="WebhookResults"/>.</param>
/// <param name="Afterwards">What to do once the answer is out; null for nothing.</param>
internal sealed record WebhookAnswer(string Result, Func<Task>? Afterwards = null);

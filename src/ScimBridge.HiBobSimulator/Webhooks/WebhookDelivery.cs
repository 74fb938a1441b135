namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>One attempt to deliver a webhook; the status is null when there was no reply.</summary>
public sealed record WebhookDelivery(string SubscriptionId, string Type, string Body, int Attempt, int? Status, DateTimeOffset At)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;
}

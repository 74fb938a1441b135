using ScimBridge.Storage;

namespace ScimBridge.Sync.Webhooks;

/// <summary>What receiving a webhook reads and writes.</summary>
internal sealed record WebhookStores(DirectoryStore Directories, WebhookDeliveryStore Deliveries);

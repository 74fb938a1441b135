using ScimBridge.Directories;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Actions;

/// <summary>The secret that HiBob signs a directory's webhooks with.</summary>
internal sealed class WebhookActions(DirectoryStore directories, WebhookSecrets secrets, AuditTrail trail)
{
    /// <summary>Keeps a secret, encrypted; it is never shown again. Webhooks signed with another one are refused from then on.</summary>
    /// <returns>The directory's key.</returns>
    public async Task<Outcome<string>> SetAsync(AuditActor actor, string key, string? secret, CancellationToken cancellationToken)
    {
        if (secret is null || WebhookSecrets.Weakness(secret) is not null)
        {
            return Refusal.Invalid(
                $"The secret is what HiBob shows when the webhook is made, of {WebhookSecrets.Shortest} to {WebhookSecrets.Longest} characters.");
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        await secrets.SetAsync(directory, secret, cancellationToken);
        await trail.NoteAsync(actor, directory, "webhook.secret_set", null, null);
        return key;
    }

    /// <summary>Forgets the secret: all webhooks are refused from then on.</summary>
    /// <returns>The directory's key.</returns>
    public async Task<Outcome<string>> RemoveAsync(AuditActor actor, string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        await secrets.SetAsync(directory, null, cancellationToken);
        await trail.NoteAsync(actor, directory, "webhook.secret_remove", null, null);
        return key;
    }
}

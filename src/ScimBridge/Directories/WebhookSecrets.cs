using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>The secrets that the HR system signs each directory's webhooks with, encrypted in the store.</summary>
internal sealed partial class WebhookSecrets(
    IDataProtectionProvider provider, DirectoryLifeStore directories, DirectoryEventStore events, ILogger<WebhookSecrets> logger)
{
    /// <summary>The most characters of a secret.</summary>
    public const int Longest = 512;

    /// <summary>The fewest.</summary>
    public const int Shortest = 8;

    /// <summary>The code of the event that a secret was set.</summary>
    public const string SetEvent = "webhook.secret_set";

    /// <summary>The code of the event that a secret was removed.</summary>
    public const string RemovedEvent = "webhook.secret_removed";

    /// <summary>What makes a secret unfit, to follow its setting's name; null when nothing does.</summary>
    public static string? Weakness(string secret) => secret.Trim().Length is < Shortest or > Longest
        ? $"must have {Shortest} to {Longest} characters; copy it from the webhook in HiBob."
        : null;

    /// <summary>Keeps the directory's secret; null removes it, and no webhook is taken any more.</summary>
    /// <exception cref="ArgumentException">The secret is too short or too long.</exception>
    public async Task SetAsync(DirectoryRecord directory, string? secret, CancellationToken cancellationToken)
    {
        if (secret is not null && Weakness(secret) is { } weakness)
        {
            throw new ArgumentException($"The webhook secret {weakness}", nameof(secret));
        }

        var wanted = secret?.Trim();
        if (wanted == Of(directory))
        {
            return;
        }

        var id = new DirectoryId(directory.Id);
        await directories.SetWebhookSecretAsync(id, wanted is null ? null : For(directory.Key).Protect(wanted), cancellationToken);
        await events.AddAsync(
            id,
            wanted is null ? RemovedEvent : SetEvent,
            wanted is null ? "The webhook secret was removed; webhooks are refused." : "A webhook secret was set; webhooks signed with it are taken.",
            runId: null,
            cancellationToken);
    }

    /// <summary>The directory's secret; null when it has none, or none that can be read.</summary>
    public string? Of(DirectoryRecord directory)
    {
        if (directory.ProtectedWebhookSecret is not { } kept)
        {
            return null;
        }

        try
        {
            return For(directory.Key).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            Unreadable(directory.Key);
            return null;
        }
    }

    private IDataProtector For(string directoryKey) => provider.CreateProtector("ScimBridge.WebhookSecret", directoryKey);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook secret of directory {Directory} can't be decrypted: Secrets:Key is not the one it was stored under")]
    private partial void Unreadable(string directory);
}

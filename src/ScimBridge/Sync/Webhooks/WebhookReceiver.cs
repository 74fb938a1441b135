using System.Security.Cryptography;
using ScimBridge.Directories;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Webhooks;

/// <summary>Takes the HR system's notices of changes. Of each only the employee is believed, and only that they changed.</summary>
internal sealed partial class WebhookReceiver(
    IChangeNotices notices, WebhookSecrets secrets, WebhookStores stores, DirtyPeople dirty, TimeProvider time, ILogger<WebhookReceiver> logger)
{
    private static readonly TimeSpan RepeatedWithin = TimeSpan.FromDays(1);

    // What a signature is checked against where there is no secret, so that this takes as long as where there is one.
    private readonly string nobodysSecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Checks a request and notes what it says.</summary>
    public async Task<WebhookAnswer> ReceiveAsync(string directoryKey, byte[] body, string? signature, CancellationToken cancellationToken)
    {
        // One that is being deleted is as good as gone for whoever is outside.
        var directory = await stores.Directories.FindAsync(directoryKey, cancellationToken) is { DeletingSince: null } found ? found : null;
        var secret = directory is null ? null : secrets.Of(directory);
        var signed = notices.Verify(body, signature, secret ?? nobodysSecret) && secret is not null;
        if (directory is null || !signed)
        {
            // A ping means nothing, and the HR system sends it before anybody knows the secret. It is answered alike for every
            // key, and what is recorded is so after the answer, so that neither tells which directories there are.
            var result = signature is null && notices.IsPing(body) ? WebhookResults.Ping : WebhookResults.Unsigned;
            return new WebhookAnswer(result, directory is null ? null : () => RecordLaterAsync(directory, body, result));
        }

        if (notices.IsPing(body))
        {
            return await RecordAsync(directory, body, WebhookResults.Ping, notice: null, cancellationToken);
        }

        return await ReceiveSignedAsync(directory, body, cancellationToken);
    }

    private async Task<WebhookAnswer> ReceiveSignedAsync(DirectoryRecord directory, byte[] body, CancellationToken cancellationToken)
    {
        ChangeNotice notice;
        try
        {
            notice = notices.Parse(body);
        }
        catch (ChangeNoticeRejectedException)
        {
            // Refusing it would only bring it back for days.
            return await RecordAsync(directory, body, WebhookResults.Malformed, notice: null, cancellationToken);
        }

        if (directory is not { Paused: false, SyncPausedSince: null })
        {
            return await RecordAsync(directory, body, WebhookResults.Ignored, notice, cancellationToken);
        }

        var id = new DirectoryId(directory.Id);
        if (await stores.Deliveries.AnyAsync(
            id, SHA256.HashData(body), WebhookResults.Accepted, time.GetUtcNow() - RepeatedWithin, cancellationToken))
        {
            return await RecordAsync(directory, body, WebhookResults.Repeated, notice, cancellationToken);
        }

        // Noted before it is recorded: should the recording fail, the repetition is not taken for one.
        await dirty.NoticedAsync(id, notice.EmployeeId, cancellationToken);
        return await RecordAsync(directory, body, WebhookResults.Accepted, notice, cancellationToken);
    }

    private async Task<WebhookAnswer> RecordAsync(
        DirectoryRecord directory, byte[] body, string result, ChangeNotice? notice, CancellationToken cancellationToken)
    {
        var type = notice?.Type;
        await stores.Deliveries.AddAsync(
            new WebhookDeliveryRecord
            {
                DirectoryId = directory.Id,
                At = time.GetUtcNow(),
                BodyHash = SHA256.HashData(body),
                Type = type is { Length: <= 100 } && !type.Any(char.IsControl) ? type : null,
                EmployeeId = notice?.EmployeeId,
                Result = result,
            },
            cancellationToken);
        Received(directory.Key, type, result);
        return new WebhookAnswer(result);
    }

    private async Task RecordLaterAsync(DirectoryRecord directory, byte[] body, string result)
    {
        try
        {
            await RecordAsync(directory, body, result, notice: null, CancellationToken.None);
        }
#pragma warning disable CA1031 // It has been answered; that it is not on record harms nobody.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotRecorded(failure, directory.Key);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A webhook {Type} for directory {Directory}: {Result}")]
    private partial void Received(string directory, string? type, string result);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook request for directory {Directory} could not be recorded")]
    private partial void NotRecorded(Exception exception, string directory);
}

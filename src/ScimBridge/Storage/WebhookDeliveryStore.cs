using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>The webhook requests that came, for telling repetitions and for whoever wonders whether any come.</summary>
internal sealed class WebhookDeliveryStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Records a request.</summary>
    public async Task AddAsync(WebhookDeliveryRecord delivery, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether a request with this body was recorded with this result since <paramref name="since"/>.</summary>
    public async Task<bool> AnyAsync(
        DirectoryId directory, byte[] bodyHash, string result, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WebhookDeliveries.AnyAsync(
            row => row.DirectoryId == directory.Value && row.BodyHash == bodyHash && row.Result == result && row.At >= since, cancellationToken);
    }

    /// <summary>The directory's requests, the newest first, those before the one numbered <paramref name="before"/> if that is given.</summary>
    public async Task<IReadOnlyList<WebhookDeliveryRecord>> ListAsync(
        DirectoryId directory, long? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WebhookDeliveries.AsNoTracking()
            .Where(row => row.DirectoryId == directory.Value && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;

namespace ScimBridge.Storage;

/// <summary>The stored entries of the data protection key ring, which the data protection system itself writes.</summary>
internal sealed class KeyRingStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The entries as XML, each with its key wrapped.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DataProtectionKeys.AsNoTracking().Where(key => key.Xml != null).Select(key => key.Xml!).ToListAsync(cancellationToken);
    }
}

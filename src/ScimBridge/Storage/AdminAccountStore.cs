using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Those who may sign in to the admin pages.</summary>
internal sealed class AdminAccountStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The account, or null.</summary>
    public async Task<AdminAccountRecord?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AdminAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.UserName == userName, cancellationToken);
    }

    /// <summary>Makes the account, or gives it another password, which ends the sessions made with the old one.</summary>
    public async Task SetPasswordAsync(string userName, string passwordHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = Guid.NewGuid().ToString("N");
        if (await db.AdminAccounts.SingleOrDefaultAsync(account => account.UserName == userName, cancellationToken) is { } account)
        {
            account.PasswordHash = passwordHash;
            account.SecurityStamp = stamp;
        }
        else
        {
            db.AdminAccounts.Add(new AdminAccountRecord { UserName = userName, PasswordHash = passwordHash, SecurityStamp = stamp });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

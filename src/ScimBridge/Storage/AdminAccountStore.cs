using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Those who may sign in to the admin pages. Whatever takes something from an account ends its sessions in the same transaction.</summary>
internal sealed class AdminAccountStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>The account of a name, whatever its case, or null.</summary>
    public async Task<AdminAccountRecord?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = ComparisonKey.Of(userName);
        return await db.AdminAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.UserNameKey == key, cancellationToken);
    }

    /// <summary>The account of somebody at an OpenID Connect provider, or null.</summary>
    public async Task<AdminAccountRecord?> FindAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AdminAccounts.AsNoTracking()
            .SingleOrDefaultAsync(account => account.Issuer == issuer && account.Subject == subject, cancellationToken);
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AdminAccountRecord>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AdminAccounts.AsNoTracking().OrderBy(account => account.UserNameKey).ToListAsync(cancellationToken);
    }

    /// <summary>Whether there is any account.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AdminAccounts.AnyAsync(cancellationToken);
    }

    /// <summary>Adds an account.</summary>
    /// <returns>Null, or that its name, or who it is to its provider, is another account's.</returns>
    public async Task<AccountRefusal?> AddAsync(AdminAccountRecord account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IsTakenAsync(db, account, cancellationToken))
        {
            return AccountRefusal.NameTaken;
        }

        db.AdminAccounts.Add(account);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // Another request may have added the same one at this moment.
            if (!await IsTakenAsync(db, account, cancellationToken))
            {
                throw;
            }

            return AccountRefusal.NameTaken;
        }
    }

    /// <summary>Gives an account another role, disables it or enables it; where that changes anything its sessions end.</summary>
    /// <param name="userName">Its name.</param>
    /// <param name="revision">The revision that the caller saw; null to change it whatever it has become.</param>
    /// <param name="role">The role.</param>
    /// <param name="disabled">Whether it is disabled.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    /// <returns>The account as it is now, or why it was not changed.</returns>
    public async Task<(AdminAccountRecord? Account, AccountRefusal? Refusal)> ChangeAsync(
        string userName, int? revision, AdminRole role, bool disabled, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (account, refusal) = await OpenAsync(db, userName, revision, keepsAdmin: role is AdminRole.Admin && !disabled, cancellationToken);
        if (account is null)
        {
            return (null, refusal);
        }

        if (account.Role != role || account.Disabled != disabled)
        {
            (account.Role, account.Disabled) = (role, disabled);
            await EndSessionsAsync(db, account, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (account, null);
    }

    /// <summary>Removes an account and its sessions.</summary>
    /// <returns>The account as it was, or why it was not removed.</returns>
    public async Task<(AdminAccountRecord? Account, AccountRefusal? Refusal)> DeleteAsync(
        string userName, int? revision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (account, refusal) = await OpenAsync(db, userName, revision, keepsAdmin: false, cancellationToken);
        if (account is null)
        {
            return (null, refusal);
        }

        db.AdminAccounts.Remove(account);
        await db.SaveChangesAsync(cancellationToken);
        await db.AdminSessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (account, null);
    }

    /// <summary>Gives an account another password, which unlocks it and ends its sessions.</summary>
    /// <param name="userName">Its name.</param>
    /// <param name="passwordHash">The hash of the password.</param>
    /// <param name="mustChange">Whether its owner has to change it at the next sign-in.</param>
    /// <param name="stamp">The security stamp by which the caller checked something first; null when nothing was.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    /// <returns>The account as it is now, or null when there is none or it has changed meanwhile.</returns>
    public async Task<AdminAccountRecord?> SetPasswordAsync(
        string userName, string passwordHash, bool mustChange, string? stamp, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (account, _) = await OpenAsync(db, userName, revision: null, keepsAdmin: true, cancellationToken);
        if (account is null || (stamp is not null && account.SecurityStamp != stamp))
        {
            return null;
        }

        account.PasswordHash = passwordHash;
        account.MustChangePassword = mustChange;
        (account.WrongPasswords, account.LockedUntil) = (0, null);
        await EndSessionsAsync(db, account, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    /// <summary>Gives an account of an OpenID Connect provider the role that the provider says; another one than before ends its sessions.</summary>
    /// <remarks>The last admin too: whoever lost the role at the provider must not keep it here.</remarks>
    public async Task SetRoleAsync(int id, AdminRole role, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.AdminAccounts.SingleOrDefaultAsync(row => row.Id == id && row.Role != role, cancellationToken) is { } account)
        {
            account.Role = role;
            await EndSessionsAsync(db, account, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static Task<bool> IsTakenAsync(ScimBridgeContext db, AdminAccountRecord account, CancellationToken cancellationToken) =>
        db.AdminAccounts.AnyAsync(
            other => other.UserNameKey == account.UserNameKey || (account.Issuer != null && other.Issuer == account.Issuer && other.Subject == account.Subject),
            cancellationToken);

    /// <summary>The account, to be changed, with every change of accounts waiting for the transaction's end.</summary>
    /// <param name="db">The context with the transaction.</param>
    /// <param name="userName">The account's name.</param>
    /// <param name="revision">The revision that it must have.</param>
    /// <param name="keepsAdmin">Whether an account that is an admin stays one that can sign in.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    private static async Task<(AdminAccountRecord? Account, AccountRefusal? Refusal)> OpenAsync(
        ScimBridgeContext db, string userName, int? revision, bool keepsAdmin, CancellationToken cancellationToken)
    {
        // Two who demote each other at once would each see the other still an admin. Writing rows as they were locks them on every database.
        await db.AdminAccounts.Where(row => row.Role == AdminRole.Admin)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, row => row.Revision), cancellationToken);
        var key = ComparisonKey.Of(userName);
        return await db.AdminAccounts.SingleOrDefaultAsync(row => row.UserNameKey == key, cancellationToken) switch
        {
            null => (null, AccountRefusal.NoSuchAccount),
            var account when revision is not null && account.Revision != revision => (null, AccountRefusal.Outdated),
            { Role: AdminRole.Admin, Disabled: false } account when !keepsAdmin
                && !await db.AdminAccounts.AnyAsync(row => row.Id != account.Id && row.Role == AdminRole.Admin && !row.Disabled, cancellationToken) =>
                (null, AccountRefusal.LastAdmin),
            var account => (account, null),
        };
    }

    /// <summary>Saves what was changed, the account first: a sign-in waits for its row, and then finds another stamp.</summary>
    private static async Task EndSessionsAsync(ScimBridgeContext db, AdminAccountRecord account, CancellationToken cancellationToken)
    {
        account.Revision++;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveChangesAsync(cancellationToken);
        await db.AdminSessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Attempts to sign in, counted where every process sees them, and the sessions that come of them.</summary>
internal sealed class AdminSessionStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Counts an attempt with a password, before the password is looked at, so that no two processes try more than one together.</summary>
    /// <param name="userName">The account's name; there need not be such an account.</param>
    /// <param name="now">The moment.</param>
    /// <param name="most">The attempt that locks the account, unless the password turns out right.</param>
    /// <param name="lockedUntil">Until when.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Whether the password may be tried: false for a locked account, and for none.</returns>
    public async Task<bool> AttemptAsync(
        string userName, DateTimeOffset now, int most, DateTimeOffset lockedUntil, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = ComparisonKey.Of(userName);
        DateTimeOffset? until = lockedUntil;
        return await db.AdminAccounts
            .Where(account => account.UserNameKey == key && (account.LockedUntil == null || account.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.WrongPasswords, account => account.WrongPasswords + 1 >= most ? 0 : account.WrongPasswords + 1)
                    .SetProperty(account => account.LockedUntil, account => account.WrongPasswords + 1 >= most ? until : null),
                cancellationToken) > 0;
    }

    /// <summary>Begins a session, which forgets the wrong passwords, and clears away those that are over.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stamp">The account's security stamp when whoever signs in was checked.</param>
    /// <param name="cancellationToken">Stops the beginning.</param>
    /// <returns>Whether it began: not if the account was changed, disabled or removed meanwhile.</returns>
    public async Task<bool> BeginAsync(AdminSessionRecord session, string stamp, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var begins = await db.AdminAccounts
            .Where(account => account.Id == session.AccountId && account.SecurityStamp == stamp && !account.Disabled)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.WrongPasswords, 0)
                    .SetProperty(account => account.LockedUntil, (DateTimeOffset?)null)
                    .SetProperty(account => account.LastSignInAt, session.CreatedAt),
                cancellationToken) > 0;
        if (!begins)
        {
            return false;
        }

        await db.AdminSessions.Where(old => old.EndsAt <= session.CreatedAt).ExecuteDeleteAsync(cancellationToken);
        db.AdminSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>A session that is not over, of an account that is not disabled, with the account; or null.</summary>
    public async Task<(AdminSessionRecord Session, AdminAccountRecord Account)?> FindAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.AdminSessions.AsNoTracking()
            .Where(session => session.Id == id && session.EndsAt > now)
            .Join(db.AdminAccounts.Where(account => !account.Disabled), session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.session, found.account);
    }

    /// <summary>Notes that a session is being used.</summary>
    public async Task NoteUseAsync(Guid id, DateTimeOffset now, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.AdminSessions.Where(session => session.Id == id && session.LastSeenAt < now).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.LastSeenAt, now).SetProperty(session => session.EndsAt, endsAt), cancellationToken);
    }

    /// <summary>The sessions of an account that are not over, the one used last first.</summary>
    public async Task<IReadOnlyList<AdminSessionRecord>> ListAsync(int accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AdminSessions.AsNoTracking()
            .Where(session => session.AccountId == accountId && session.EndsAt > now)
            .OrderByDescending(session => session.LastSeenAt).ThenByDescending(session => session.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Ends all sessions of an account.</summary>
    public async Task EndAllAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.AdminSessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">The session.</param>
    /// <param name="ofAccount">The comparison key of the account that it has to be of; null for any.</param>
    /// <param name="cancellationToken">Stops the ending.</param>
    /// <returns>The name of the account that it was of, or null when there is no such session.</returns>
    public async Task<string?> EndAsync(Guid id, string? ofAccount, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var owner = await db.AdminSessions.Where(session => session.Id == id)
            .Join(db.AdminAccounts, session => session.AccountId, account => account.Id, (session, account) => new { account.UserName, account.UserNameKey })
            .SingleOrDefaultAsync(cancellationToken);
        return owner is not null && (ofAccount is null || owner.UserNameKey == ofAccount)
            && await db.AdminSessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? owner.UserName
            : null;
    }
}

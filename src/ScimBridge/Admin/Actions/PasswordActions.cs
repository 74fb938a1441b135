using Microsoft.Extensions.Options;
using ScimBridge.Admin.Accounts;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Giving passwords to others, and changing one's own.</summary>
internal sealed class PasswordActions(
    AdminAccountStore accounts, AdminPasswords passwords, PasswordSignIn signIn, AuditTrail trail, IOptions<AdminOptions> options)
{
    /// <summary>Gives an account a new password, which has to be changed at the next sign-in; unlocks it, and ends its sessions.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="userName">The account.</param>
    /// <param name="password">The password; null to have one made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Outcome<AccountWithPassword>> SetAsync(
        AuditActor actor, string userName, string? password, CancellationToken cancellationToken)
    {
        if (!AccountNames.Fits(userName) || await accounts.FindAsync(userName, cancellationToken) is not { } account)
        {
            return AccountActions.NoSuchAccount(userName);
        }

        if (Fixed(account) is { } refusal)
        {
            return refusal;
        }

        if (password is not null && PasswordRules.Objection(account.UserName, password, old: null) is { } objection)
        {
            return Refusal.Invalid(objection);
        }

        if (password is not null && passwords.IsRight(account, password))
        {
            return Refusal.Invalid($"The password is the old one. {PasswordRules.Words}");
        }

        var made = password is null ? AdminPasswords.Generate() : null;
        var hash = passwords.Hash(account.UserName, password ?? made!);
        if (await accounts.SetPasswordAsync(account.UserName, hash, mustChange: true, stamp: null, cancellationToken) is not { } changed)
        {
            return AccountActions.NoSuchAccount(userName);
        }

        await trail.NoteAsync(actor, "account.password_set", null, changed.UserName, null);
        return new AccountWithPassword(changed, made);
    }

    /// <summary>Changes the actor's own password, which ends all their sessions.</summary>
    /// <param name="actor">Whose password it is.</param>
    /// <param name="current">The password as it is; a wrong one counts like one at a sign-in.</param>
    /// <param name="password">The new one.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    /// <returns>The account, with which another session can begin.</returns>
    public async Task<Outcome<AdminAccountRecord>> ChangeOwnAsync(AuditActor actor, string current, string password, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(actor.Name, cancellationToken) is not { } account)
        {
            return AccountActions.NoSuchAccount(actor.Name);
        }

        if ((Fixed(account) ?? (PasswordRules.Fault(account.UserName, password, current) is { } fault ? Refusal.Invalid(fault) : null)) is { } refusal)
        {
            return refusal;
        }

        if (await signIn.CheckAsync(account.UserName, current, actor.RemoteAddress, cancellationToken) is not { } known)
        {
            return Refusal.Invalid($"The current password is wrong. {PasswordSignIn.LockWarning}");
        }

        var hash = passwords.Hash(known.UserName, password);
        if (await accounts.SetPasswordAsync(known.UserName, hash, mustChange: false, known.SecurityStamp, cancellationToken) is not { } changed)
        {
            return Refusal.Conflict("The account was changed at this moment. Sign in again.");
        }

        await trail.NoteAsync(actor, "account.password_change", null, changed.UserName, null);
        return changed;
    }

    /// <summary>Why the account's password is no matter of this server's; null when it is.</summary>
    private Refusal? Fixed(AdminAccountRecord account)
    {
        if (account.Issuer is not null)
        {
            return Refusal.Conflict($"'{account.UserName}' signs in through OpenID Connect and has no password here. Change it there.");
        }

        return options.Value.Password is not null && account.UserName == AdminPasswords.UserName
            ? Refusal.Conflict($"The password of '{account.UserName}' is the setting Admin:Password. Change it there, and start the server again.")
            : null;
    }
}

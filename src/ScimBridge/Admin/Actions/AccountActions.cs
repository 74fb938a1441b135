using Microsoft.Extensions.Options;
using ScimBridge.Admin.Accounts;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Making, changing and removing accounts.</summary>
internal sealed class AccountActions(
    AdminAccountStore accounts, ApiKeyStore keys, AdminPasswords passwords, AuditTrail trail, IOptions<AdminOptions> options, TimeProvider time)
{
    /// <summary>Makes an account, whose password has to be changed at its first sign-in.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="userName">Its name.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="password">Its first password; null to have one made.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public async Task<Outcome<AccountWithPassword>> CreateAsync(
        AuditActor actor, string userName, AdminRole role, string? password, CancellationToken cancellationToken)
    {
        if (!AccountNames.Fits(userName))
        {
            return Refusal.Invalid(AccountNames.Rule);
        }

        if (password is not null && PasswordRules.Objection(userName, password, old: null) is { } objection)
        {
            return Refusal.Invalid(objection);
        }

        if (AccountNames.IsReserved(userName) || await keys.HasNameAsync(userName, cancellationToken))
        {
            return Refusal.Conflict($"'{userName}' means somebody else in the audit log: the server, the settings or an API key. Take another name.");
        }

        var made = password is null ? AdminPasswords.Generate() : null;
        var account = new AdminAccountRecord
        {
            UserName = userName,
            UserNameKey = ComparisonKey.Of(userName),
            Role = role,
            PasswordHash = passwords.Hash(userName, password ?? made!),
            MustChangePassword = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = time.GetUtcNow(),
            CreatedBy = actor.Name,
        };
        if (await accounts.AddAsync(account, cancellationToken) is not null)
        {
            return Refusal.Conflict($"There is an account '{userName}' already. Take another name.");
        }

        await trail.NoteAsync(actor, "account.create", null, userName, $"Role {AdminRoles.Word(role)}.");
        return new AccountWithPassword(account, made);
    }

    /// <summary>Gives an account another role, or disables or enables it. Where that changes anything, its sessions end.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="userName">The account.</param>
    /// <param name="revision">The revision that the change was made on.</param>
    /// <param name="role">What it may do from now on; that of an account of an OpenID Connect provider is the provider's matter.</param>
    /// <param name="disabled">Whether it may do nothing at all.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    public async Task<Outcome<AdminAccountRecord>> ChangeAsync(
        AuditActor actor, string userName, int revision, AdminRole role, bool disabled, CancellationToken cancellationToken)
    {
        if (await FindAsync(userName, cancellationToken) is not { } before)
        {
            return Refused(AccountRefusal.NoSuchAccount, userName);
        }

        if (before.Issuer is not null && before.Role != role)
        {
            return Refusal.Conflict(
                $"'{before.UserName}' signs in through OpenID Connect, which says the role at each sign-in. Change it there, or in Admin:OpenIdConnect:Roles.");
        }

        var (account, refusal) = await accounts.ChangeAsync(before.UserName, revision, role, disabled, cancellationToken);
        if (account is null)
        {
            return Refused(refusal, userName);
        }

        if (account.Revision != revision)
        {
            await trail.NoteAsync(
                actor, "account.change", null, account.UserName, $"Role {AdminRoles.Word(role)}, {(disabled ? "disabled" : "not disabled")}.");
        }

        return account;
    }

    /// <summary>Removes an account and ends its sessions.</summary>
    /// <param name="actor">Who removes it.</param>
    /// <param name="userName">The account.</param>
    /// <param name="revision">The revision that the caller saw.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    /// <returns>The account as it was.</returns>
    public async Task<Outcome<AdminAccountRecord>> DeleteAsync(AuditActor actor, string userName, int revision, CancellationToken cancellationToken)
    {
        if (await FindAsync(userName, cancellationToken) is not { } found)
        {
            return Refused(AccountRefusal.NoSuchAccount, userName);
        }

        if (options.Value.Password is not null && found.UserName == AdminPasswords.UserName)
        {
            return Refusal.Conflict(
                $"'{found.UserName}' comes from the setting Admin:Password, and would be back with the next start. Disable it, or remove the setting first.");
        }

        var (account, refusal) = await accounts.DeleteAsync(found.UserName, revision, cancellationToken);
        if (account is null)
        {
            return Refused(refusal, userName);
        }

        await trail.NoteAsync(actor, "account.delete", null, account.UserName, $"Role {AdminRoles.Word(account.Role)}.");
        return account;
    }

    /// <summary>An account, or null.</summary>
    public async Task<AdminAccountRecord?> FindAsync(string userName, CancellationToken cancellationToken) =>
        AccountNames.Fits(userName) ? await accounts.FindAsync(userName, cancellationToken) : null;

    /// <summary>There is no such account.</summary>
    public static Refusal NoSuchAccount(string userName) => Refusal.NotFound($"There is no account '{userName}'.");

    private static Refusal Refused(AccountRefusal? refusal, string userName) => refusal switch
    {
        AccountRefusal.Outdated => Refusal.Outdated($"Account '{userName}' has been changed since you read it. Read it again and make your change there."),
        AccountRefusal.LastAdmin => Refusal.Conflict(
            $"'{userName}' is the last admin who can sign in, and can't be removed, disabled or given another role. Make another admin first."),
        _ => NoSuchAccount(userName),
    };
}

using Microsoft.Extensions.Options;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Sees at every start that somebody can sign in, and that <c>admin</c> has the password that the settings say if they say one.</summary>
internal sealed partial class AdminAccountSetup(
    AdminAccountStore accounts, AdminPasswords passwords, IOptions<AdminOptions> options, TimeProvider time, ILogger<AdminAccountSetup> logger)
{
    /// <summary>Makes the account, or changes its password, where that is needed.</summary>
    /// <returns>The password if one was made, to be shown once and never logged; else null.</returns>
    public async Task<string?> EnsureAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Password is { } configured)
        {
            await EnsureAsync(configured, cancellationToken);
            return null;
        }

        // Any account will do: one who removed 'admin' must not find it again after a restart.
        if (await accounts.AnyAsync(cancellationToken))
        {
            return null;
        }

        var made = AdminPasswords.Generate();
        return await accounts.AddAsync(New(made, mustChange: true), cancellationToken) is null ? made : null;
    }

    private async Task EnsureAsync(string configured, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(AdminPasswords.UserName, cancellationToken) is not { } account)
        {
            await accounts.AddAsync(New(configured, mustChange: false), cancellationToken);
            return;
        }

        if (passwords.IsRight(account, configured))
        {
            return;
        }

        // A setting that was changed is also the way back in for whoever has locked everybody out, so it makes an admin again.
        await accounts.SetPasswordAsync(
            account.UserName, passwords.Hash(account.UserName, configured), mustChange: false, stamp: null, cancellationToken);
        await accounts.ChangeAsync(account.UserName, revision: null, AdminRole.Admin, disabled: false, cancellationToken);
        PasswordSet(AdminPasswords.UserName);
    }

    private AdminAccountRecord New(string password, bool mustChange) => new()
    {
        UserName = AdminPasswords.UserName,
        UserNameKey = ComparisonKey.Of(AdminPasswords.UserName),
        Role = AdminRole.Admin,
        PasswordHash = passwords.Hash(AdminPasswords.UserName, password),
        MustChangePassword = mustChange,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        CreatedAt = time.GetUtcNow(),
        CreatedBy = AuditActor.System,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "The account {Account} has the password of the setting Admin:Password; sessions from before have ended")]
    private partial void PasswordSet(string account);
}

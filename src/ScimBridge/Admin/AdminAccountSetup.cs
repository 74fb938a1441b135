using Microsoft.Extensions.Options;
using ScimBridge.Storage;

namespace ScimBridge.Admin;

/// <summary>Sees at every start that there is an admin account, with the password that the settings say if they say one.</summary>
internal sealed partial class AdminAccountSetup(
    AdminAccountStore accounts, AdminPasswords passwords, IOptions<AdminOptions> options, ILogger<AdminAccountSetup> logger)
{
    /// <summary>Makes the account, or changes its password, where that is needed.</summary>
    /// <returns>The password if one was made, to be shown once and never logged; else null.</returns>
    public async Task<string?> EnsureAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Password is { } configured)
        {
            if (await passwords.CheckAsync(AdminPasswords.UserName, configured, cancellationToken) is null)
            {
                await passwords.SetAsync(AdminPasswords.UserName, configured, cancellationToken);
                PasswordSet(AdminPasswords.UserName);
            }

            return null;
        }

        if (await accounts.FindAsync(AdminPasswords.UserName, cancellationToken) is not null)
        {
            return null;
        }

        var made = AdminPasswords.Generate();
        await passwords.SetAsync(AdminPasswords.UserName, made, cancellationToken);
        return made;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The account {Account} has the password of the setting Admin:Password; sessions from before have ended")]
    private partial void PasswordSet(string account);
}

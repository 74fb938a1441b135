using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Checks passwords; so many wrong ones in a row lock an account for a while, in every process.</summary>
internal sealed class PasswordSignIn(
    AdminAccountStore accounts, AdminSessionStore sessions, AdminPasswords passwords, AuditTrail trail, TimeProvider time)
{
    /// <summary>How many wrong passwords in a row lock an account.</summary>
    public const int MostWrong = 5;

    /// <summary>For how many minutes.</summary>
    public const int Minutes = 15;

    /// <summary>What everybody is told of it, whether there is such an account or not.</summary>
    public static string LockWarning { get; } = $"After {MostWrong} wrong passwords in a row an account lets nobody in for {Minutes} minutes.";

    /// <summary>The account if the password opens it; null for any reason, which takes as long and is told to nobody but the audit log.</summary>
    public async Task<AdminAccountRecord?> CheckAsync(string userName, string password, string? address, CancellationToken cancellationToken)
    {
        // What no account can be called may hold what a database can't be asked for; nobody is called by an empty name.
        var name = AccountNames.Fits(userName) ? userName : "";
        var now = time.GetUtcNow();
        var mayTry = await sessions.AttemptAsync(name, now, MostWrong, now.AddMinutes(Minutes), cancellationToken);
        var account = await accounts.FindAsync(name, cancellationToken);
        var right = passwords.IsRight(account, password);
        if (account is { Disabled: false } && mayTry && right)
        {
            return account;
        }

        await trail.NoteAsync(
            new AuditActor(AuditActor.Unknown, address), "session.refuse", null, account?.UserName, Reason(account, mayTry, right, now));
        return null;
    }

    private static string Reason(AdminAccountRecord? account, bool mayTry, bool right, DateTimeOffset now) => account switch
    {
        null => "There is no such account.",
        _ when !mayTry => "The account is locked.",
        { Disabled: true } when right => "The account is disabled.",
        _ when account.LockedUntil > now => $"Wrong password, the last of {MostWrong} in a row: the account is locked for {Minutes} minutes.",
        _ => "Wrong password.",
    };
}

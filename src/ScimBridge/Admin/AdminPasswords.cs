using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ScimBridge.Storage;

namespace ScimBridge.Admin;

/// <summary>Makes and checks admins' passwords.</summary>
internal sealed class AdminPasswords(AdminAccountStore accounts)
{
    /// <summary>The one local account.</summary>
    public const string UserName = "admin";

    // Letters and digits that nobody takes for one another: 31 of them, 4.95 bits each, 24 make 118 bits.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 6;

    private readonly PasswordHasher<string> _hasher = new();

    // What a password for an account that isn't there is checked against, so that both answers take as long.
    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<string>().HashPassword("", Generate()));

    /// <summary>A new password that can be read out.</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>Gives the account this password.</summary>
    public Task SetAsync(string userName, string password, CancellationToken cancellationToken) =>
        accounts.SetPasswordAsync(userName, _hasher.HashPassword(userName, password), cancellationToken);

    /// <summary>The account's security stamp when the password is right, else null.</summary>
    public async Task<string?> CheckAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(userName, cancellationToken);
        var right = _hasher.VerifyHashedPassword(userName, account?.PasswordHash ?? _nobody.Value, password) is not PasswordVerificationResult.Failed;
        return right ? account?.SecurityStamp : null;
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Makes, hashes and checks admins' passwords.</summary>
internal sealed class AdminPasswords
{
    /// <summary>The account that the first start makes.</summary>
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

    /// <summary>What is kept of a password.</summary>
    public string Hash(string userName, string password) => _hasher.HashPassword(userName, password);

    /// <summary>Whether the password is the account's; takes as long for none.</summary>
    public bool IsRight(AdminAccountRecord? account, string password) =>
        _hasher.VerifyHashedPassword("", account?.PasswordHash ?? _nobody.Value, password) is not PasswordVerificationResult.Failed
        && account?.PasswordHash is not null;
}

using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Accounts;

/// <summary>What accounts and API keys may be called, since the audit log names both by name alone.</summary>
internal static class AccountNames
{
    /// <summary>The most characters of an account's name.</summary>
    public const int Longest = 100;

    private static readonly HashSet<string> Reserved =
        new([.. new[] { AuditActor.ApiKey, AuditActor.System, AuditActor.Unknown, ScimTokenStore.Settings }.Select(ComparisonKey.Of)], StringComparer.Ordinal);

    /// <summary>What an account's name has to be, for people.</summary>
    public static string Rule { get; } = $"A user name has 1 to {Longest} characters: letters without accents, digits, and . _ - @ +.";

    /// <summary>Whether an account may have the name.</summary>
    /// <remarks>ASCII alone, so that no name looks like another one, and each fits into a path.</remarks>
    public static bool Fits(string name) => name.Length is > 0 and <= Longest && name.All(IsCharacter);

    /// <summary>Whether the audit log has another meaning for the name.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(ComparisonKey.Of(name));

    /// <summary>A name that fits, as near as can be to what somebody is called elsewhere.</summary>
    public static string From(string elsewhere) =>
        new string([.. elsewhere.Take(Longest - 10).Select(character => IsCharacter(character) ? character : '-')]) is { Length: > 0 } name ? name : "account";

    private static bool IsCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or '@' or '+';
}

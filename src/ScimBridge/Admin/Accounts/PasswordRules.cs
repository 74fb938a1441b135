namespace ScimBridge.Admin.Accounts;

/// <summary>What a password has to be.</summary>
internal static class PasswordRules
{
    /// <summary>The rules, for people.</summary>
    public static string Words { get; } =
        $"A password has {AdminOptions.ShortestPassword} to {AdminOptions.Longest} characters, and is neither the user name nor the password that it replaces.";

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    /// <param name="userName">Whose it is to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="old">The one that it replaces, where that is known.</param>
    public static string? Objection(string userName, string password, string? old) => password switch
    {
        { Length: < AdminOptions.ShortestPassword } => $"The password has fewer than {AdminOptions.ShortestPassword} characters. {Words}",
        { Length: > AdminOptions.Longest } => $"The password has more than {AdminOptions.Longest} characters. {Words}",
        _ when string.Equals(password, userName, StringComparison.OrdinalIgnoreCase) => $"The password is the user name. {Words}",
        _ when string.Equals(password, old, StringComparison.Ordinal) => $"The password is the old one. {Words}",
        _ => null,
    };
}

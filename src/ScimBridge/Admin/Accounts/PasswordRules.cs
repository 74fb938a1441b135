namespace ScimBridge.Admin.Accounts;

/// <summary>What a password has to be.</summary>
internal static class PasswordRules
{
    /// <summary>The rules, for people.</summary>
    public static string Words { get; } =
        $"A password has {AdminOptions.ShortestPassword} to {AdminOptions.Longest} characters, and is neither the user name nor the password that it replaces.";

    /// <summary>What is wrong with a password, with the rules; null when nothing is.</summary>
    /// <param name="userName">Whose it is to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="old">The one that it replaces, where that is known.</param>
    public static string? Objection(string userName, string password, string? old) =>
        Fault(userName, password, old) is { } fault ? $"{fault} {Words}" : null;

    /// <summary>What is wrong with a password, for where the rules stand already; null when nothing is.</summary>
    /// <param name="userName">Whose it is to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="old">The one that it replaces, where that is known.</param>
    public static string? Fault(string userName, string password, string? old) => password switch
    {
        { Length: < AdminOptions.ShortestPassword } => $"The password has fewer than {AdminOptions.ShortestPassword} characters.",
        { Length: > AdminOptions.Longest } => $"The password has more than {AdminOptions.Longest} characters.",
        _ when string.Equals(password, userName, StringComparison.OrdinalIgnoreCase) => "The password is the user name.",
        _ when string.Equals(password, old, StringComparison.Ordinal) => "The password is the old one.",
        _ => null,
    };
}

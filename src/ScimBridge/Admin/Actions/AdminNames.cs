namespace ScimBridge.Admin.Actions;

/// <summary>What admins may call organizations and directories.</summary>
internal static class AdminNames
{
    /// <summary>The most characters of a name.</summary>
    public const int Longest = 100;

    /// <summary>What keeps a name from being one, as a refusal; null when nothing does.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it is called where it was given.</param>
    public static Refusal? Fault(string? name, string what = "name") =>
        name?.Trim() is { Length: > 0 and <= Longest } text && !text.Any(char.IsControl)
            ? null
            : Refusal.Invalid($"{what} must have 1 to {Longest} characters, no control characters among them.");
}

using System.Text.RegularExpressions;

namespace ScimBridge.Admin.Pages.Health;

/// <summary>What is in the sentences that tell of events.</summary>
internal static partial class EventWords
{
    /// <summary>Who did it, where a sentence says that as <c>eve: rules.save 3.</c>; null elsewhere.</summary>
    public static string? ActorOf(string detail) => Done().Match(detail) is { Success: true } done ? done.Groups[1].Value : null;

    [GeneratedRegex(@"^(.+): [a-z_]+\.[a-z_]+(?: .*)?\.\z", RegexOptions.Singleline)]
    private static partial Regex Done();
}

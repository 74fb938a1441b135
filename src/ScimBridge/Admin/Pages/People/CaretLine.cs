using System.Globalization;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Points at a place in a text from the line below it.</summary>
internal static class CaretLine
{
    /// <summary>How many characters are shown before the place, and behind it.</summary>
    public const int Around = 40;

    /// <summary>The text around a place, and a line with a caret under it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="character">The place, counted from 1 in UTF-16 units; one past the end is the end.</param>
    public static (string Line, string Caret) Of(string text, int character)
    {
        var at = Math.Clamp(character - 1, 0, text.Length);
        var start = Boundary(text, Math.Max(0, at - Around));
        var end = Boundary(text, Math.Min(text.Length, at + Around));
        var (before, behind) = (OneLine(text[start..at]), OneLine(text[at..end]));
        var prefix = start > 0 ? "…" : "";

        // What is seen as one character may be several units.
        var width = prefix.Length + new StringInfo(before).LengthInTextElements;
        return ($"{prefix}{before}{behind}{(end < text.Length ? "…" : "")}", new string(' ', width) + "^");
    }

    private static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}

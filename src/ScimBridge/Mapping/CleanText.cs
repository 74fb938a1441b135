using System.Text;

namespace ScimBridge.Mapping;

/// <summary>Texts as they may leave the HR system: trimmed, and storable anywhere.</summary>
internal static class CleanText
{
    /// <summary>The text without surrounding white space and without what nobody typed on purpose; null when nothing is left.</summary>
    /// <remarks>
    /// Control characters other than newline and tab go: PostgreSQL refuses U+0000, and the others break the logs, CSV
    /// files and LDAP servers of whoever reads on. U+FFFE goes, which is no character and which .NET refuses to normalize.
    /// A lone surrogate becomes U+FFFD: PostgreSQL refuses it too, and it has no UTF-8 form.
    /// </remarks>
    public static string? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var trimmed = (IsClean(text) ? text : Cleaned(text)).Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || IsUnwanted(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);

        // Enumerating runes puts U+FFFD in the place of a lone surrogate.
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !IsUnwanted((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static bool IsUnwanted(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\uFFFE';
}

using System.Globalization;
using System.Text;
using ScimBridge.Directories;

namespace ScimBridge.Admin.Actions;

/// <summary>Makes keys of directories from their names.</summary>
internal static class DirectoryKeys
{
    private const string Fallback = "directory";

    /// <summary>The keys that suit a name, the best first.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var slug = Slug(name);
        yield return slug;
        for (var number = 2; ; number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            yield return slug[..Math.Min(slug.Length, DirectoryLimits.LongestKey - end.Length)].TrimEnd('-') + end;
        }
    }

    private static string Slug(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                text.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var slug = text.ToString(0, Math.Min(text.Length, DirectoryLimits.LongestKey)).TrimEnd('-');
        return slug.Length == 0 ? Fallback : slug;
    }
}

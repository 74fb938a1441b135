using System.Text;

namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>The names of one part of the world.</summary>
internal sealed class Culture(string name, bool surnameFirst, string given, string surnames)
{
    public string Name => name;

    /// <summary>Whether colleagues see the surname first, written without a space.</summary>
    public bool SurnameFirst => surnameFirst;

    public IReadOnlyList<NamePart> Given { get; } = Parse(given);

    public IReadOnlyList<NamePart> Surnames { get; } = Parse(surnames);

    // Names stand apart by spaces; an underscore is a space within a name; a colon brings the romanised form of another script.
    private static NamePart[] Parse(string names) =>
    [
        .. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry =>
        {
            var parts = entry.Split(':');
            var native = parts[0].Replace('_', ' ');
            return new NamePart(native, parts.Length > 1 ? parts[1] : ToAscii(native));
        }),
    ];

    private static string ToAscii(string text)
    {
        var ascii = new StringBuilder();
        foreach (var character in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            ascii.Append(character switch
            {
                >= 'a' and <= 'z' => character.ToString(),
                'ø' => "o",
                'æ' => "ae",
                'ß' => "ss",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'þ' => "th",
                'ı' => "i",
                _ => "",
            });
        }

        return ascii.ToString();
    }
}

using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Sync.Reviewing;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>One attribute of a person, as it is and as the draft would have it.</summary>
/// <param name="Attribute">The attribute as clients write it.</param>
/// <param name="Before">Its value; null while it has none.</param>
/// <param name="After">The value that it would have; null for none.</param>
internal sealed record PersonLine(string Attribute, string? Before, string? After)
{
    private const string Group = "groups[";

    /// <summary>Whether the draft changes it.</summary>
    public bool IsChanged => Before != After;

    /// <summary>The attributes of a previewed person that tell a reader something: those that change first, else in the order of the resource.</summary>
    public static IReadOnlyList<PersonLine> Of(PersonPreview preview)
    {
        var before = Flat(preview.Before);
        var after = Flat(preview.After);
        return
        [
            .. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal).Where(IsTelling)
                .Select(path => new PersonLine(NameOf(path), Text(before.GetValueOrDefault(path)), Text(after.GetValueOrDefault(path))))
                .OrderBy(line => line.IsChanged ? 0 : 1),
        ];
    }

    // The type of a value is in its path; of a group its name says all.
    private static bool IsTelling(string path) => path is not ("id" or "schemas")
        && !path.EndsWith("].type", StringComparison.Ordinal) && !path.EndsWith("].primary", StringComparison.Ordinal)
        && (!path.StartsWith(Group, StringComparison.Ordinal) || path.EndsWith("].display", StringComparison.Ordinal));

    private static string NameOf(string path) => path.StartsWith(Group, StringComparison.Ordinal) ? "group" : path;

    private static IReadOnlyDictionary<string, string> Flat(string? json) =>
        json is null ? new Dictionary<string, string>() : ResourceDiff.Flatten(Encoding.UTF8.GetBytes(json));

    // Texts without the quotes of JSON; everything else as it is.
    private static string? Text(string? json) => json is ['"', ..] ? JsonSerializer.Deserialize<string>(json) : json;
}

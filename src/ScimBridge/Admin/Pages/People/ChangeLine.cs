using System.Text.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Admin.Pages.People;

/// <summary>A change as the pages show it.</summary>
/// <param name="Attribute">The attribute's path.</param>
/// <param name="Old">What it was, for people; null for nothing.</param>
/// <param name="New">What it is, for people; null for nothing.</param>
internal sealed record ChangeLine(string Attribute, string? Old, string? New)
{
    private const string Group = "groups[";

    /// <summary>The lines of changes. A group that comes, goes or is called otherwise has one line with its name, and not one for its id, one for its name and one for its type.</summary>
    public static IReadOnlyList<ChangeLine> Of(IReadOnlyList<AttributeChange> changes) =>
    [
        .. changes.Where(change => !IsOfGroup(change)).Select(change => new ChangeLine(change.Attribute, Plain(change.Old), Plain(change.New)))
            .Concat(changes.Where(IsOfGroup).GroupBy(change => change.Attribute[..change.Attribute.LastIndexOf('.')], StringComparer.Ordinal).Select(OfGroup))
            .OrderBy(line => line.Attribute, StringComparer.Ordinal),
    ];

    /// <summary>A value that is JSON as people read it: text without its quotes.</summary>
    public static string? Plain(string? json)
    {
        if (json is null || !json.StartsWith('"'))
        {
            return json;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(json);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static bool IsOfGroup(AttributeChange change) =>
        change.Attribute.StartsWith(Group, StringComparison.Ordinal) && change.Attribute.LastIndexOf('.') > change.Attribute.LastIndexOf(']');

    private static ChangeLine OfGroup(IEnumerable<AttributeChange> parts)
    {
        var byName = parts.ToDictionary(part => part.Attribute[(part.Attribute.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
        var shown = byName.GetValueOrDefault("display") ?? byName.GetValueOrDefault("value") ?? byName.Values.First();
        return new ChangeLine("groups", Plain(shown.Old), Plain(shown.New));
    }
}

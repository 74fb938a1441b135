using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ScimBridge.Mapping.Targets;

/// <summary>How a rule names an attribute: as a client's filter would, with the type of one value of many in brackets.</summary>
/// <param name="Urn">The URN of the schema, as written, or null.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Type">The type of the value that is meant, or null.</param>
/// <param name="Sub">The sub-attribute, or null.</param>
internal sealed partial record TargetPath(string? Urn, string Name, string? Type, string? Sub)
{
    /// <summary>Reads a path.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TargetPath? path)
    {
        var match = Form().Match(text);
        path = match.Success ? new TargetPath(Part(match, "urn"), match.Groups["name"].Value, Part(match, "type"), Part(match, "sub")) : null;
        return match.Success;
    }

    private static string? Part(Match match, string group) => match.Groups[group] is { Success: true } part ? part.Value : null;

    [GeneratedRegex("""^(?:(?<urn>urn:[A-Za-z0-9:._-]{1,200}):)?(?<name>[A-Za-z][A-Za-z0-9_-]{0,99})(?:\[type eq "(?<type>[A-Za-z0-9][A-Za-z0-9 _.-]{0,63})"\])?(?:\.(?<sub>[A-Za-z]{1,100}))?\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

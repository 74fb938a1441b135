using System.Globalization;
using System.Text.RegularExpressions;

namespace ScimBridge.Tests.Conformance;

/// <summary>Something that a SCIM RFC asks of a server that is read from.</summary>
/// <param name="Id">The RFC's number, the section and a name, divided by hyphens; tests refer to it.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Text">What is asked, in words of our own.</param>
internal sealed partial record Requirement(string Id, RequirementLevel Level, string Text)
{
    /// <summary>Why it does not concern this server; then no test shows it.</summary>
    public string? NotHere { get; private init; }

    /// <summary>Why this server deliberately does otherwise, which only a SHOULD allows.</summary>
    public string? Declined { get; private init; }

    /// <summary>Whether a test has to show it.</summary>
    public bool NeedsTest => NotHere is null && Declined is null;

    /// <summary>The RFC's number.</summary>
    public int Rfc => int.Parse(Part("rfc"), CultureInfo.InvariantCulture);

    /// <summary>The section, such as <c>3.4.2.4</c>.</summary>
    public string Section => Part("section");

    /// <summary>The numbers of the section, for sorting.</summary>
    public IReadOnlyList<int> SectionNumbers => [.. Section.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>A requirement that binds.</summary>
    public static Requirement Must(string id, string text) => new(id, RequirementLevel.Must, text);

    /// <summary>A requirement that binds unless there is a reason.</summary>
    public static Requirement Should(string id, string text) => new(id, RequirementLevel.Should, text);

    /// <summary>A choice that we made.</summary>
    public static Requirement May(string id, string text) => new(id, RequirementLevel.May, text);

    /// <summary>The same, which does not concern this server.</summary>
    public Requirement DoesNotApply(string because) => this with { NotHere = because };

    /// <summary>The same, which this server deliberately does not follow.</summary>
    public Requirement Decline(string because) => this with { Declined = because };

    private string Part(string name) =>
        IdForm().Match(Id) is { Success: true } match ? match.Groups[name].Value : throw new FormatException($"{Id} is no id of a requirement.");

    [GeneratedRegex(@"^(?<rfc>\d{4})-(?<section>\d+(\.\d+)*)-[a-z0-9-]+$")]
    private static partial Regex IdForm();
}

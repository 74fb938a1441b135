using System.Globalization;
using System.Reflection;
using System.Text;

namespace ScimBridge.Tests.Conformance;

/// <summary>Writes <c>docs/scim-conformance.md</c>: a table an RFC, each requirement with the tests that show it.</summary>
internal static class ConformanceDocument
{
    /// <summary>Its path below the repository's root.</summary>
    public const string RelativePath = "docs/scim-conformance.md";

    private static readonly Dictionary<int, string> Titles = new()
    {
        [7643] = "RFC 7643: core schema",
        [7644] = "RFC 7644: protocol",
        [9865] = "RFC 9865: cursor-based pagination",
    };

    /// <summary>The whole text.</summary>
    public static string Write(IReadOnlyList<Requirement> requirements, ILookup<string, MethodInfo> tests)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # SCIM conformance

            What the SCIM RFCs ask of a server that is read from, and the tests that show that ScimBridge does it. MUST stands for
            REQUIRED and SHALL too, SHOULD for RECOMMENDED; a MAY is listed where our choice is one that clients can see. What
            concerns writing, clients or deployment alone, and what we deliberately do otherwise, has its reason instead of a test.

            This page is made by a test from `tests/ScimBridge.Tests/Conformance` and the `[Shows]` attributes of the tests, and the
            test fails when they differ. To make it anew, run it with `SCIMBRIDGE_WRITE_DOCS=1`:

            ```
            SCIMBRIDGE_WRITE_DOCS=1 dotnet test tests/ScimBridge.Tests --filter FullyQualifiedName~ConformanceTests
            ```

            """);
        foreach (var rfc in requirements.GroupBy(requirement => requirement.Rfc))
        {
            var shown = rfc.Count(requirement => requirement.NeedsTest);
            var declined = rfc.Count(requirement => requirement.Declined is not null);
            text.Append(CultureInfo.InvariantCulture, $"\n## {Titles[rfc.Key]}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{shown} requirements shown by tests, {rfc.Count() - shown - declined} that do not apply, {declined} deliberately not followed.\n\n");
            text.Append("| Section | Level | Requirement | Shown by |\n|---|---|---|---|\n");
            foreach (var requirement in rfc)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {Section(requirement)} | {requirement.Level.ToString().ToUpperInvariant()} | {Cell(requirement.Text)} | {ShownBy(requirement, tests)} |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The test's file below the repository's root: folders mirror namespaces.</summary>
    public static string FileOf(MethodInfo test)
    {
        var type = test.DeclaringType!;
        var project = type.Assembly.GetName().Name!;
        return $"tests/{project}{type.Namespace![project.Length..].Replace('.', '/')}/{type.Name}.cs";
    }

    private static string Section(Requirement requirement) =>
        $"[{requirement.Section}](https://www.rfc-editor.org/rfc/rfc{requirement.Rfc.ToString(CultureInfo.InvariantCulture)}.html#section-{requirement.Section})";

    private static string ShownBy(Requirement requirement, ILookup<string, MethodInfo> tests) => requirement switch
    {
        { NotHere: { } reason } => $"Does not apply: {Cell(reason)}",
        { Declined: { } reason } => $"Not followed: {Cell(reason)}",
        _ => string.Join("<br>", tests[requirement.Id].Select(test => $"[{test.DeclaringType!.Name}: {test.Name.Replace('_', ' ')}](../{FileOf(test)})")),
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

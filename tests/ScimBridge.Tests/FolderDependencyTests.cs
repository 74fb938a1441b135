using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace ScimBridge.Tests;

/// <summary>Keeps the directions between the server's folders.</summary>
public sealed partial class FolderDependencyTests
{
    private static readonly string[] Everywhere = ["Employees", "Telemetry", "Outbound"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Employees"] = [],
        ["Telemetry"] = [],
        ["Outbound"] = [],
        ["HiBob"] = [],
        ["Mapping"] = ["Protocol"],
        ["Storage"] = ["Protocol"],
        ["Directories"] = ["Protocol", "Storage"],
        ["Sync"] = ["Protocol", "Mapping", "Directories", "Storage"],
        ["Scim"] = ["Protocol", "Directories", "Storage"],
        ["Reporting"] = ["Protocol", "Directories", "Storage"],
        ["Admin"] = ["Protocol", "Directories", "Storage", "Sync", "Mapping"],
        ["Demo"] = ["Directories", "Storage", "HiBobSimulator"],
        ["Hosting"] = ["Storage"],
    };

    [Fact]
    public void Every_folder_names_only_those_it_may()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../src/ScimBridge"));
        var folders = Directory.GetDirectories(source).Where(HasCode).Select(folder => Path.GetFileName(folder)!).ToList();
        var known = folders.Concat(["Protocol", "HiBobSimulator"]).ToHashSet(StringComparer.Ordinal);

        var offences = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(source, folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Named(File.ReadAllText(file), known)
                .Where(named => named != folder && !Everywhere.Contains(named) && !Allowed.GetValueOrDefault(folder, []).Contains(named))
                .Select(named => $"{Path.GetRelativePath(source, file)} names {named}")));

        Assert.Empty(folders.Except(Allowed.Keys));
        Assert.Empty(offences);
    }

    [Fact]
    public void Names_are_found_in_usings_and_in_code_however_far_they_are_qualified()
    {
        HashSet<string> known = ["Sync", "HiBob", "Storage", "Protocol"];

        Assert.Equal(["Storage"], Named("using ScimBridge.Storage.Records;", known));
        Assert.Equal(["Sync"], Named("using static ScimBridge.Sync.X;\nusing Y = System.Text;", known));
        Assert.Equal(["HiBob"], Named("_ = new HiBob.HiBobOptions();", known));
        Assert.Equal(["Protocol"], Named("throw Protocol.ScimException.NotFound();", known));
        Assert.Empty(Named("// Sync.Now\n/// <see cref=\"Sync.X\"/>\nvar x = \"HiBob.com\"; directory.Sync.Interval; namespace ScimBridge.Other;", known));
    }

    private static IEnumerable<string> Named(string code, HashSet<string> known) =>
        Name().Matches(Strings().Replace(Comments().Replace(code, string.Empty), "\"\""))
            .Select(match => match.Groups["folder"].Value).Where(known.Contains).Distinct(StringComparer.Ordinal);

    private static bool HasCode(string folder) => Path.GetFileName(folder) is not ("bin" or "obj")
        && Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any();

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Strings();

    /// <summary>A folder as a namespace: behind <c>ScimBridge.</c>, or alone in front of a type.</summary>
    [GeneratedRegex(@"(?<![\w.])(ScimBridge\.)?(?<folder>[A-Z]\w+)(?=\.[A-Z]|;)")]
    private static partial Regex Name();
}

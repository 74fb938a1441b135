using System.Runtime.CompilerServices;
using Xunit;

namespace ScimBridge.Tests.Conformance;

public sealed class ConformanceTests
{
    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    [Fact]
    public async Task The_document_is_what_the_list_and_the_tests_say()
    {
        var made = ConformanceDocument.Write(RequirementList.All, ShownRequirements.ById);
        var path = Path.Combine(Root, ConformanceDocument.RelativePath);
        if (Environment.GetEnvironmentVariable("SCIMBRIDGE_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, made, TestContext.Current.CancellationToken);
        }

        var committed = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.True(
            made == committed.ReplaceLineEndings("\n"),
            $"{ConformanceDocument.RelativePath} is out of date. Run this test with SCIMBRIDGE_WRITE_DOCS=1 in the environment, look at the difference, and commit it.");
    }

    [Fact]
    public void Every_requirement_has_a_test_or_a_reason_and_not_both()
    {
        ShouldBeNone(RequirementList.All
            .Where(requirement => requirement.NeedsTest && !ShownRequirements.ById.Contains(requirement.Id))
            .Select(requirement => $"{requirement.Id} has neither a test nor a reason."));
        ShouldBeNone(RequirementList.All
            .Where(requirement => !requirement.NeedsTest && ShownRequirements.ById.Contains(requirement.Id))
            .Select(requirement => $"{requirement.Id} is listed as not done, and still a test shows it."));
    }

    [Fact]
    public void Whatever_a_test_shows_is_in_the_list_and_is_shown_by_a_test_that_runs()
    {
        var known = RequirementList.All.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);

        ShouldBeNone(ShownRequirements.Tests.SelectMany(shown => shown.Ids.Where(id => !known.Contains(id)).Select(id => $"{shown.Test.Name} shows {id}, which is not in the list.")));
        ShouldBeNone(ShownRequirements.Tests.Where(shown => !ShownRequirements.IsTest(shown.Test)).Select(shown => $"{shown.Test.Name} is no test that runs."));
        ShouldBeNone(ShownRequirements.Tests
            .Where(shown => !File.Exists(Path.Combine(Root, ConformanceDocument.FileOf(shown.Test))))
            .Select(shown => $"{ConformanceDocument.FileOf(shown.Test)} is not there."));
    }

    [Fact]
    public void Every_requirement_is_there_once_with_a_sentence_of_its_own()
    {
        ShouldBeNone(RequirementList.All.CountBy(requirement => requirement.Id).Where(found => found.Value > 1).Select(found => $"{found.Key} is there {found.Value} times."));
        ShouldBeNone(RequirementList.All.CountBy(requirement => (requirement.Rfc, requirement.Section, requirement.Text))
            .Where(found => found.Value > 1)
            .Select(found => $"{found.Key} is said twice."));
        ShouldBeNone(RequirementList.All.Where(requirement => !requirement.Text.EndsWith('.')).Select(requirement => $"{requirement.Id} is no sentence."));
    }

    [Fact]
    public void What_a_server_must_do_is_never_declined() => ShouldBeNone(RequirementList.All
        .Where(requirement => requirement is { Level: RequirementLevel.Must, Declined: not null })
        .Select(requirement => $"{requirement.Id} is a MUST and is not followed."));

    private static void ShouldBeNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

using System.Globalization;
using System.Runtime.CompilerServices;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Sync;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

/// <summary>Reads docs/lifecycle.md and checks each row of its tables.</summary>
public sealed class LifecycleDocumentTests
{
    private const string OtherScope = "\"scope\": {\"condition\": {\"field\": \"work.department\", \"op\": \"present\"}";
    private const string Email = "priya@fjordline.example";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/lifecycle.md"));

    public static TheoryData<string> Decisions => [.. Rows("| Status |")];

    public static TheoryData<string> Cases => [.. Rows("| Case |")];

    [Fact]
    public void The_page_has_its_tables() => Assert.Equal((29, 11), (Rows("| Status |").Count(), Rows("| Case |").Count()));

    [Theory, MemberData(nameof(Decisions))]
    public void A_person_becomes_what_the_row_says(string row)
    {
        var cells = Cells(row);
        var mapping = Compile($"\"lifecycle\": {{ {(cells[2] == "default" ? "" : cells[2])} }}");

        var assessment = mapping.Assess(
            Person(
                ("internal.lifecycleStatus", Value(cells[0]), null), ("internal.status", Value(cells[1]), null),
                ("work.startDate", Day(cells[3]), null), ("internal.terminationDate", Day(cells[4]), null)),
            Now);

        Assert.Equal((cells[5], cells[6]), (Word(assessment.Standing), assessment.Reason));
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_case_comes_out_as_the_row_says(string row)
    {
        var cells = Cells(row);

        Assert.Equal((cells[1], cells[2], cells[3]), Case(cells[0]));
    }

    private static (string Becomes, string Reason, string UserName) Case(string name) => name switch
    {
        "missing from a good read" => Missing(),
        "outside the scope, a user before" => OutOfScope($"{OtherScope}}}", stored: true),
        "outside the scope, never a user" => OutOfScope($"{OtherScope}}}", stored: false),
        "outside the scope, \"deleteAfterDays\": 0" => OutOfScope($"{OtherScope}, \"deleteAfterDays\": 0}}", stored: true),
        "terminated and excluded, outside the scope too" => Excluded(),
        "hired again under the same record" => SameRecord(),
        "hired again under a new record: the new one" => OfTwo("employed", "terminated", "\"clash\": \"fallback\"", newer: true),
        "hired again under a new record: the old one" => OfTwo("employed", "terminated", "\"clash\": \"fallback\"", newer: false),
        "two active people with one e-mail address: the newer record" => OfTwo("employed", "employed", "\"clash\": \"fallback\"", newer: true),
        "two active people with one e-mail address: the older record" => OfTwo("employed", "employed", "\"clash\": \"fallback\"", newer: false),
        "the same, \"clash\": \"suffix\": the older record" => OfTwo("employed", "employed", "\"clash\": \"suffix\"", newer: false),
        _ => throw new ArgumentException($"No test knows the case \"{name}\".", nameof(name)),
    };

    private static (string Becomes, string Reason, string UserName) Missing()
    {
        var entry = new RosterEntry
        {
            EmployeeId = "102",
            UserId = "u",
            ReadIndex = RosterEntry.FromStore,
            NeedsLastKnown = false,
            Stored = null,
            ReadAt = default,
            MissingSince = Now,
            FieldsHash = Digest.Of([]),
            Assessment = Compile(DirectoryRules.Default).Assess(Person(), Now),
        };
        return (entry.Active ? "active" : "inactive", entry.Reason, entry.Assessment.UserName == Email ? "kept" : "lost");
    }

    private static (string Becomes, string Reason, string UserName) OutOfScope(string scope, bool stored)
    {
        var assessment = Compile(scope).Assess(Person(), Now);
        Assert.True(assessment.OutOfScope);
        Assert.Empty(assessment.Groups);
        var becomes = stored ? Word(assessment.Standing) : "no user";
        return (becomes, assessment.Reason, becomes == "inactive" && assessment.UserName == Email ? "kept" : "none");
    }

    private static (string Becomes, string Reason, string UserName) Excluded()
    {
        var mapping = Compile($"{OtherScope}}}, \"lifecycle\": {{\"excludeTerminatedAfterDays\": 0}}");
        var assessment = mapping.Assess(Person(("internal.lifecycleStatus", "terminated", null), ("internal.terminationDate", "2020-01-01", null)), Now);
        return (Word(assessment.Standing), assessment.Reason, "none");
    }

    private static (string Becomes, string Reason, string UserName) SameRecord()
    {
        var mapping = Compile(DirectoryRules.Default);
        var before = mapping.Assess(Person(("internal.lifecycleStatus", "terminated", null)), Now);
        var after = mapping.Assess(Person(), Now);
        return (Word(after.Standing), after.Reason, after.UserName == before.UserName ? "kept" : "lost");
    }

    private static (string Becomes, string Reason, string UserName) OfTwo(string newerStatus, string olderStatus, string clash, bool newer)
    {
        var mapping = Compile($"\"userName\": {{ {clash} }}");
        var people = new[]
        {
            Person("102", ("internal.lifecycleStatus", olderStatus, null), ("root.creationDateTime", "2020-01-01T00:00:00", null)),
            Person("103", ("internal.lifecycleStatus", newerStatus, null), ("root.creationDateTime", "2024-01-01T00:00:00", null), ("root.email", "PRIYA@fjordline.example", null)),
        };
        var assessments = people.ToDictionary(person => person.EmployeeId, person => mapping.Assess(person, Now), StringComparer.Ordinal);
        var assignment = mapping.AssignUserNames(
            [.. assessments.Select(pair => new UserNameClaim(pair.Key, pair.Value.UserName, pair.Value.Terminated, false, pair.Value.CreatedInSource))]);

        var issue = Assert.Single(assignment.Issues);
        Assert.All(people, person => Assert.Contains(person.EmployeeId, issue.Detail, StringComparison.Ordinal));
        var id = newer ? "103" : "102";
        var userName = assignment.UserNames[id];
        return (Word(assessments[id].Standing), assessments[id].Reason, userName switch
        {
            "hibob-102" => "hibob- and the id",
            "priya+102@fjordline.example" => "the e-mail address with + and the id before the @",
            _ when userName.Equals(Email, StringComparison.OrdinalIgnoreCase) => "the e-mail address",
            _ => userName,
        });
    }

    private static IEnumerable<string> Rows(string header) =>
        Lines.SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim())];

    private static string Word(PersonStanding standing) => standing.ToString().ToLowerInvariant();

    private static string? Value(string cell) => cell == "none" ? null : cell;

    private static string? Day(string cell)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        DateOnly? day = cell.Split(' ') switch
        {
            ["none"] => null,
            ["past"] => today.AddYears(-3),
            ["today"] => today,
            ["in", var days, "days"] => today.AddDays(int.Parse(days, CultureInfo.InvariantCulture)),
            [var days, "days", "ago"] => today.AddDays(-int.Parse(days, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"\"{cell}\" is no day.", nameof(cell)),
        };
        return day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What the bodies of one read brought: where each person is, and what people have in common.</summary>
internal sealed class PeopleGathered(HiBobFieldPlan plan, PeopleSpool spool) : IDisposable
{
    private readonly List<PersonSlice> people = [];

    /// <summary>What was asked for.</summary>
    public HiBobFieldPlan Plan { get; } = plan;

    /// <summary>The bodies.</summary>
    public PeopleSpool Spool { get; } = spool;

    /// <summary>Where the people are.</summary>
    public IReadOnlyList<PersonSlice> People => people;

    /// <summary>What the people have in common.</summary>
    public PersonObserver Observed { get; } = new(plan);

    /// <summary>What was odd about how they came.</summary>
    public List<SourceIssue> Issues { get; } = [];

    /// <summary>Takes in what a body held.</summary>
    public void Add(PeopleScanner scanner)
    {
        people.AddRange(scanner.People);
        Observed.Add(scanner.Observed);
    }

    /// <inheritdoc/>
    public void Dispose() => Spool.Dispose();
}

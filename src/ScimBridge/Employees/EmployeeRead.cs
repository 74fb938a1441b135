namespace ScimBridge.Employees;

/// <summary>A complete read of a company, kept outside memory and readable person by person in any order.</summary>
internal abstract class EmployeeRead : IAsyncDisposable
{
    /// <summary>How many people the read holds, rejected ones included.</summary>
    public abstract int Count { get; }

    /// <summary>The ids of the fields that are wanted, those included that the HR system does not know: these too keep their last known values.</summary>
    public abstract IReadOnlyList<string> RequestedFields { get; }

    /// <summary>The items of the lists that groups are made from, archived ones included.</summary>
    public abstract IReadOnlyList<CatalogueItem> Catalogue { get; }

    /// <summary>The fields whose list was asked for and could not be read: which groups it makes is then not known, and none may be removed.</summary>
    public abstract IReadOnlySet<string> UnreadableCatalogues { get; }

    /// <summary>What the read showed of each requested field.</summary>
    public abstract IReadOnlyList<FieldReport> Fields { get; }

    /// <summary>
    /// How many people were seen in each state of employment, by <c>hired</c>, <c>employed</c>, <c>leave</c>, <c>garden leave</c>,
    /// <c>terminated</c> and, for whatever else, <c>other</c>; states that nobody is in are left out. Shows whom the audience includes.
    /// </summary>
    public abstract IReadOnlyDictionary<string, int> LifecycleCounts { get; }

    /// <summary>What was odd about the read as a whole, such as a field that the HR system does not know.</summary>
    public abstract IReadOnlyList<SourceIssue> Issues { get; }

    /// <summary>The person at <paramref name="index"/>, from 0 to <see cref="Count"/> - 1. Safe to call from one thread at a time.</summary>
    /// <exception cref="EmployeeRejectedException">The person's record can't be read, for instance because it has no id.</exception>
    public abstract EmployeeFields Read(int index);

    /// <summary>Removes what the read kept.</summary>
    public abstract ValueTask DisposeAsync();
}

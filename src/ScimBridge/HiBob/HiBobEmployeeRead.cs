using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>A complete read of HiBob's people, in a spool.</summary>
internal sealed class HiBobEmployeeRead(PeopleGathered gathered, HiBobLists lists, IReadOnlyList<SourceIssue> issues) : EmployeeRead
{
    private readonly PersonReader reader = new(gathered.Plan, lists.ByName);

    /// <inheritdoc/>
    public override int Count => gathered.People.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> RequestedFields => gathered.Plan.WantedIds;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogueItem> Catalogue { get; } = lists.Catalogue(gathered.Plan.CatalogueFields);

    /// <inheritdoc/>
    public override IReadOnlySet<string> UnreadableCatalogues { get; } = lists.Unreadable(gathered.Plan);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldReport> Fields { get; } = HiBobFieldReports.Of(gathered.Plan, gathered.Observed);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> LifecycleCounts { get; } = gathered.Observed.Lifecycle.Counts(
        gathered.Plan.ListOf(HiBobFieldIds.LifecycleStatus) is { } list ? lists.ByName.GetValueOrDefault(list) : null);

    /// <inheritdoc/>
    public override IReadOnlyList<SourceIssue> Issues => issues;

    /// <inheritdoc/>
    public override EmployeeFields Read(int index) => PeopleSlices.Read(gathered.Spool, gathered.People[index], index, reader);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        gathered.Dispose();
        return ValueTask.CompletedTask;
    }
}

using ScimBridge.Employees;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>What was read before and kept: nobody, for mapping the stored people again, or the people of a held plan.</summary>
/// <remarks>Their fields are complete, so nothing is requested of them that could be absent.</remarks>
internal sealed class KeptRead : EmployeeRead
{
    private readonly KeptLists lists;
    private readonly PlanStore? plans;
    private readonly Guid runId;
    private readonly IReadOnlyList<string> ids;
    private Dictionary<string, byte[]> loaded = new(StringComparer.Ordinal);

    private KeptRead(KeptLists lists, PlanStore? plans, Guid runId, IReadOnlyList<string> ids) =>
        (this.lists, this.plans, this.runId, this.ids) = (lists, plans, runId, ids);

    /// <inheritdoc/>
    public override int Count => ids.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> RequestedFields => [];

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogueItem> Catalogue => lists.Items;

    /// <inheritdoc/>
    public override IReadOnlySet<string> UnreadableCatalogues => lists.Unreadable.ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldReport> Fields => [];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> LifecycleCounts { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<SourceIssue> Issues => [];

    /// <summary>Nobody.</summary>
    public static KeptRead OfNobody(KeptLists lists) => new(lists, null, Guid.Empty, []);

    /// <summary>People of a held plan, those whom the HR system did not return left out.</summary>
    public static KeptRead OfPlan(KeptLists lists, PlanStore plans, Guid runId, IReadOnlyList<string> employeeIds) =>
        new(lists, plans, runId, employeeIds);

    /// <inheritdoc/>
    public override EmployeeFields Read(int index)
    {
        if (!loaded.TryGetValue(ids[index], out var source))
        {
            var batch = ids.Skip(index).Take(PersonReader.BatchSize).ToList();
            loaded = plans!.People(runId, batch).Where(person => person.Source is not null)
                .ToDictionary(person => person.EmployeeId, person => person.Source!, StringComparer.Ordinal);
            source = loaded[ids[index]];
        }

        return EmployeeFields.FromUtf8Json(ids[index], source);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

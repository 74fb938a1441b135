using ScimBridge.Employees;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Compares what was read with what is stored.</summary>
internal sealed class PlanMaker(StoredDirectoryReader stored)
{
    /// <summary>Plans the next version.</summary>
    /// <param name="work">The run.</param>
    /// <param name="read">What was read.</param>
    /// <param name="coverage">Whom the read speaks of.</param>
    /// <param name="cancellationToken">Stops planning.</param>
    public Task<PreparedPlan> MakeAsync(
        SyncWork work, EmployeeRead read, ReadCoverage coverage, CancellationToken cancellationToken) =>
        MakeAsync(work, read, coverage, new HashSet<string>(StringComparer.Ordinal), cancellationToken);

    /// <summary>Plans the next version without some people, whatever is known of them.</summary>
    public async Task<PreparedPlan> MakeAsync(
        SyncWork work, EmployeeRead read, ReadCoverage coverage, IReadOnlySet<string> forgotten, CancellationToken cancellationToken)
    {
        var scope = await SyncScope.LoadAsync(work, stored, forgotten, cancellationToken);
        var people = new PersonReader(read, stored, work.Id, work.Lease.BaseVersion);
        var roster = await new RosterBuilder(read, coverage, people, scope).BuildAsync(cancellationToken);
        var renderer = new ResourceRenderer(work.Mapping, new ResourceRows(work.Mapping.Catalog));
        var planner = new Planner(scope, roster, people, renderer, stored);
        var plan = await planner.PlanAsync(
            StoredCatalogue.Complete(read, scope), stored.MembershipsAsync(work.Id, cancellationToken), cancellationToken);
        return new PreparedPlan(work, read, coverage, roster, people, renderer, plan);
    }
}

using ScimBridge.Employees;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Compares what was read with what is stored.</summary>
internal sealed class PlanMaker(StoredDirectoryReader stored)
{
    /// <summary>Plans the next version.</summary>
    /// <param name="basis">What to plan against.</param>
    /// <param name="read">What was read.</param>
    /// <param name="coverage">Whom the read speaks of.</param>
    /// <param name="cancellationToken">Stops planning.</param>
    public Task<PreparedPlan> MakeAsync(
        PlanBasis basis, EmployeeRead read, ReadCoverage coverage, CancellationToken cancellationToken) =>
        MakeAsync(basis, read, coverage, new HashSet<string>(StringComparer.Ordinal), cancellationToken);

    /// <summary>Plans the next version without some people, whatever is known of them.</summary>
    public async Task<PreparedPlan> MakeAsync(
        PlanBasis basis, EmployeeRead read, ReadCoverage coverage, IReadOnlySet<string> forgotten, CancellationToken cancellationToken)
    {
        var scope = await SyncScope.LoadAsync(basis, stored, forgotten, cancellationToken);
        var people = new PersonReader(read, stored, basis.Id, basis.Directory.Version, forgotten);
        var roster = await new RosterBuilder(read, coverage, people, scope).BuildAsync(cancellationToken);
        var renderer = new ResourceRenderer(basis.Mapping, new ResourceRows(basis.Mapping.Catalog));
        var planner = new Planner(scope, roster, people, renderer, stored);
        var plan = await planner.PlanAsync(
            StoredCatalogue.Complete(read, scope), stored.MembershipsAsync(basis.Id, cancellationToken), cancellationToken);
        return new PreparedPlan(basis, read, coverage, roster, people, renderer, plan);
    }
}

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
        PlanBasis basis, EmployeeRead read, ReadCoverage coverage, IReadOnlySet<string> forgotten, CancellationToken cancellationToken) =>
        await MakeAsync(
            await SyncScope.LoadAsync(basis, stored, forgotten, only: null, cancellationToken), basis, read, coverage,
            stored.MembershipsAsync(basis.Id, cancellationToken), cancellationToken);

    /// <summary>Plans as if the directory had nobody but some people, to see soon what becomes of them: nobody else takes their user names.</summary>
    /// <param name="basis">What to plan against.</param>
    /// <param name="lists">The lists that groups are made from.</param>
    /// <param name="employeeIds">The people.</param>
    /// <param name="cancellationToken">Stops planning.</param>
    public async Task<PreparedPlan> MakeOfAsync(
        PlanBasis basis, KeptLists lists, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        var nobodyForgotten = new HashSet<string>(StringComparer.Ordinal);
        var scope = await SyncScope.LoadAsync(basis, stored, nobodyForgotten, employeeIds, cancellationToken);
        return await MakeAsync(scope, basis, KeptRead.OfNobody(lists), ReadCoverage.Nobody, AsyncEnumerable.Empty<StoredMembership>(), cancellationToken);
    }

    private async Task<PreparedPlan> MakeAsync(
        SyncScope scope, PlanBasis basis, EmployeeRead read, ReadCoverage coverage, IAsyncEnumerable<StoredMembership> memberships, CancellationToken cancellationToken)
    {
        var people = new PersonReader(read, stored, basis.Id, basis.Directory.Version, scope.Forgotten);
        var roster = await new RosterBuilder(read, coverage, people, scope).BuildAsync(cancellationToken);
        var renderer = new ResourceRenderer(basis.Mapping, new ResourceRows(basis.Mapping.Catalog));
        var planner = new Planner(scope, roster, people, renderer, stored);
        var plan = await planner.PlanAsync(StoredCatalogue.Complete(read, scope), memberships, cancellationToken);
        return new PreparedPlan(basis, read, coverage, roster, people, renderer, plan);
    }
}

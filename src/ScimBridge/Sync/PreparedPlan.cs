using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>A plan with all that judging, keeping and applying it takes.</summary>
/// <param name="Basis">What it was made against.</param>
/// <param name="Read">What was read.</param>
/// <param name="Coverage">Whom the read speaks of.</param>
/// <param name="Roster">Everybody.</param>
/// <param name="People">Gives people's fields.</param>
/// <param name="Renderer">Makes the resources.</param>
/// <param name="Plan">The plan.</param>
internal sealed record PreparedPlan(
    PlanBasis Basis,
    EmployeeRead Read,
    ReadCoverage Coverage,
    Roster Roster,
    PersonReader People,
    ResourceRenderer Renderer,
    SyncPlan Plan);

using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>A plan with all that judging, keeping and applying it takes.</summary>
/// <param name="Work">The run.</param>
/// <param name="Read">What was read.</param>
/// <param name="Coverage">Whom the read speaks of.</param>
/// <param name="Roster">Everybody.</param>
/// <param name="People">Gives people's fields.</param>
/// <param name="Renderer">Makes the resources.</param>
/// <param name="Plan">The plan.</param>
internal sealed record PreparedPlan(
    SyncWork Work,
    EmployeeRead Read,
    ReadCoverage Coverage,
    Roster Roster,
    PersonReader People,
    ResourceRenderer Renderer,
    SyncPlan Plan);

using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>Who is a user, and who is active.</summary>
internal static class LifecycleRules
{
    /// <summary>What the employment makes of a person on a day, and why: a code of <see cref="StandingReasons"/>.</summary>
    /// <remarks>
    /// A termination date that lies ahead is no termination, and access to the HR system decides nothing while the
    /// employment's own state is known, unless the policy says so: people on leave often lose it and still need their accounts.
    /// </remarks>
    public static (PersonStanding Standing, string Reason) Standing(Employee employee, LifecyclePolicy policy, DateOnly today) => employee.Lifecycle switch
    {
        LifecycleStatus.Employed => (PersonStanding.Active, StandingReasons.Employed),
        LifecycleStatus.Leave => (Active(!policy.LeaveFollowsAccess || employee.HasAccess != false), StandingReasons.OnLeave),
        LifecycleStatus.Hired => (PreHire(employee, policy, today), StandingReasons.NotStarted),
        LifecycleStatus.GardenLeave => (Active(policy.GardenLeaveActive), StandingReasons.GardenLeave),
        LifecycleStatus.Terminated => (Terminated(employee, policy, today), StandingReasons.Terminated),
        null when employee.HasAccess == true => (PersonStanding.Active, StandingReasons.HasAccess),
        null => (PersonStanding.Inactive, StandingReasons.NoAccess),
        _ => throw new InvalidOperationException($"No rule says whether lifecycle status {employee.Lifecycle} is active."),
    };

    private static PersonStanding PreHire(Employee employee, LifecyclePolicy policy, DateOnly today) => policy.PreHire switch
    {
        PreHirePolicy.Exclude => PersonStanding.Excluded,
        PreHirePolicy.Active => Active(employee.StartDate is { } start && start <= today.AddDays(policy.PreHireDays)),
        _ => PersonStanding.Inactive,
    };

    // Without a date nobody can tell how long ago it was, so the person stays.
    private static PersonStanding Terminated(Employee employee, LifecyclePolicy policy, DateOnly today) =>
        policy.ExcludeTerminatedAfterDays is { } days && employee.TerminationDate is { } last && last.AddDays(days) < today
            ? PersonStanding.Excluded
            : PersonStanding.Inactive;

    private static PersonStanding Active(bool active) => active ? PersonStanding.Active : PersonStanding.Inactive;
}

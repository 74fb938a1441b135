using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>Who is active.</summary>
internal static class LifecycleRules
{
    /// <summary>Whether the employment makes the person active.</summary>
    /// <remarks>
    /// A termination date that lies ahead is no termination, and access to the HR system decides nothing while the
    /// employment's own state is known: people on leave often lose it and still need their accounts.
    /// </remarks>
    public static bool IsActive(Employee employee) => employee.Lifecycle switch
    {
        LifecycleStatus.Employed or LifecycleStatus.Leave => true,
        LifecycleStatus.Hired or LifecycleStatus.GardenLeave or LifecycleStatus.Terminated => false,
        null => employee.HasAccess ?? false,
        _ => throw new InvalidOperationException($"No rule says whether lifecycle status {employee.Lifecycle} is active."),
    };

    /// <summary>The user's <c>active</c>: what the employment makes of it, and never for a person who is gone.</summary>
    public static bool Active(Employee employee, UserFacts facts) => !facts.Missing && IsActive(employee);
}

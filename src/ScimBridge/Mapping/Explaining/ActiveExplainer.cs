using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;

namespace ScimBridge.Mapping.Explaining;

/// <summary>Finds why a user is active or not.</summary>
internal static class ActiveExplainer
{
    /// <summary>What decided.</summary>
    public static ActiveExplanation Explain(
        PersonView person,
        DirectoryRules rules,
        IReadOnlyList<DefaultSource> defaults,
        UserFacts facts,
        (PersonStanding Standing, string Reason) standing,
        ConditionReader? scope)
    {
        var asked = new List<ConditionAsked>();
        scope?.Holds(person, asked);
        var (policy, dates) = standing.Reason is StandingReasons.OutOfScope
            ? (rules.Scope?.DeleteAfterDays is { } days ? $"scope.deleteAfterDays: {Text(days)}" : "scope", [])
            : Line(person.Employee, rules.Lifecycle);

        // A person who is gone from the HR system is no active user, whatever was last known.
        var isMissing = standing.Standing is PersonStanding.Active && !facts.Active;
        return new ActiveExplanation
        {
            Active = facts.Active,
            Standing = standing.Standing,
            Reason = isMissing ? StandingReasons.Missing : standing.Reason,
            Status = person.Employee.LifecycleText,
            Policy = isMissing ? null : policy,
            Dates = dates,
            Fields = [.. defaults.Where(source => source.Attribute == "active").SelectMany(source => source.Fields).Select(field => FieldTried.Of(field, person[field]))],
            Scope = asked,
        };
    }

    private static (string? Policy, Dictionary<string, DateOnly?> Dates) Line(Employee employee, LifecyclePolicy policy) => employee.Lifecycle switch
    {
        LifecycleStatus.Hired when policy.PreHire is PreHirePolicy.Active => (
            $"lifecycle.preHire: active, lifecycle.preHireDays: {Text(policy.PreHireDays)}", new() { ["startDate"] = employee.StartDate }),
        LifecycleStatus.Hired => ($"lifecycle.preHire: {policy.PreHire.ToString().ToLowerInvariant()}", new() { ["startDate"] = employee.StartDate }),
        LifecycleStatus.Leave => ($"lifecycle.leaveFollowsAccess: {Text(policy.LeaveFollowsAccess)}", []),
        LifecycleStatus.GardenLeave => (
            $"lifecycle.gardenLeaveActive: {Text(policy.GardenLeaveActive)}",
            new() { ["lastDayOfWork"] = employee.LastDayOfWork, ["terminationDate"] = employee.TerminationDate }),
        LifecycleStatus.Terminated => (
            policy.ExcludeTerminatedAfterDays is { } days ? $"lifecycle.excludeTerminatedAfterDays: {Text(days)}" : null,
            new() { ["terminationDate"] = employee.TerminationDate }),
        _ => (null, []),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool truth) => truth ? "true" : "false";
}

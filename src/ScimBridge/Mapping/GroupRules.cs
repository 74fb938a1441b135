using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>A user's side of its memberships.</summary>
internal static class GroupRules
{
    /// <summary><c>groups</c>; null when there are none.</summary>
    public static IReadOnlyList<ScimGroupMembership>? Groups(UserFacts facts) => facts.Groups.Count == 0 ? null : facts.Groups;

    /// <summary>The groups that a person belongs to: the department's and the site's.</summary>
    public static IEnumerable<HeldGroup> HeldBy(Employee employee)
    {
        if (employee.Department is { } department)
        {
            yield return new HeldGroup(new GroupKey(GroupKey.Department, department.Id), department.Name);
        }

        if (employee.Site is { } site)
        {
            yield return new HeldGroup(new GroupKey(GroupKey.Site, site.Id), site.Name);
        }
    }
}

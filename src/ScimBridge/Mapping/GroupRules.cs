using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>A user's side of its memberships.</summary>
internal static class GroupRules
{
    /// <summary><c>groups</c>; null when there are none.</summary>
    public static IReadOnlyList<ScimGroupMembership>? Groups(UserFacts facts) => facts.Groups.Count == 0 ? null : facts.Groups;
}

namespace ScimBridge.Sync;

/// <summary>What happens to memberships.</summary>
/// <param name="Closed">The rows that end.</param>
/// <param name="Opened">The memberships that begin, or whose member is called otherwise from now on.</param>
internal sealed record MembershipChanges(IReadOnlyList<long> Closed, IReadOnlyList<WantedMembership> Opened);

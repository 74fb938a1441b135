using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>What happens to memberships.</summary>
/// <param name="Closed">The rows that end.</param>
/// <param name="Opened">The memberships that begin, or whose member is called otherwise from now on.</param>
internal sealed record MembershipChanges(IReadOnlyList<StoredMembership> Closed, IReadOnlyList<WantedMembership> Opened)
{
    /// <summary>The memberships that begin, without those whose member is only called otherwise.</summary>
    public IEnumerable<WantedMembership> Added
    {
        get
        {
            var closed = Closed.Select(membership => (membership.GroupId, membership.UserId)).ToHashSet();
            return Opened.Where(membership => !closed.Contains((membership.GroupId, membership.Member.UserId)));
        }
    }

    /// <summary>The memberships that end, without those whose member is only called otherwise.</summary>
    public IEnumerable<StoredMembership> Removed
    {
        get
        {
            var opened = Opened.Select(membership => (membership.GroupId, membership.Member.UserId)).ToHashSet();
            return Closed.Where(membership => !opened.Contains((membership.GroupId, membership.UserId)));
        }
    }
}

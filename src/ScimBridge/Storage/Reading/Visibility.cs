using System.Globalization;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>Which resources there are for a client whose token is restricted; those of an unrestricted one have none of this.</summary>
/// <param name="Users">The users that there are; null for all.</param>
/// <param name="Groups">The groups that there are; null for all.</param>
/// <param name="Mark">What tells the restriction from others in entity tags.</param>
internal sealed record Visibility(BoundFilter? Users, BoundFilter? Groups, string Mark)
{
    /// <summary>Whether there are all resources, and only attributes are missing.</summary>
    public bool IsOfAll => Users is null && Groups is null;

    /// <summary>Those of a table that there are; null for all.</summary>
    public BoundFilter? Of(ResourceTable table) => table == ResourceTable.Users ? Users : Groups;

    /// <summary>What follows a resource's digest in its entity tag.</summary>
    /// <remarks>With the version's time where a filter decides: a member or a manager can come or go without the resource changing.</remarks>
    public string TagEndOf(DirectoryVersion version) =>
        IsOfAll ? $"-{Mark}" : string.Create(CultureInfo.InvariantCulture, $"-{Mark}-{version.At:x}");
}

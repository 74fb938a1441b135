namespace ScimBridge.Mapping;

/// <summary>A group that a directory should have.</summary>
/// <param name="Id">The SCIM id.</param>
/// <param name="ExternalId">The identifier in the HR system, with its source before it.</param>
/// <param name="Key">What the group is made from.</param>
/// <param name="DisplayName">Its name, which no other group of the directory has, whatever the case.</param>
internal sealed record WantedGroup(string Id, string ExternalId, GroupKey Key, string DisplayName)
{
    /// <summary>The item's names from the root of its list down, a line each; the next sync names the group by them should the list be unreadable.</summary>
    public string? ItemPath { get; init; }
}

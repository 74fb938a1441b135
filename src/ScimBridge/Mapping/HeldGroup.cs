namespace ScimBridge.Mapping;

/// <summary>A group that somebody belongs to by what the HR system says of them.</summary>
/// <param name="Key">What the group is made from.</param>
/// <param name="Name">What the item is called for this person; null when only its identifier is known.</param>
internal readonly record struct HeldGroup(GroupKey Key, string? Name);

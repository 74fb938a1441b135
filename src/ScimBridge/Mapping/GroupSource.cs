namespace ScimBridge.Mapping;

/// <summary>Something that a directory makes groups from.</summary>
/// <param name="Key">The source's part of a <see cref="GroupKey"/>.</param>
/// <param name="Field">The field whose list's items are the groups; null for a source without a list.</param>
/// <param name="Label">What tells a group apart from one of another source that has the same name.</param>
internal sealed record GroupSource(string Key, string? Field, string Label)
{
    /// <summary>Whether whoever holds an item is in the groups of the items above it too.</summary>
    public bool Inherit { get; init; }

    /// <summary>The groups that the source has whoever there is, by item id; empty for one whose items come from elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();
}

namespace ScimBridge.Mapping.Rules;

/// <summary>Something that groups are made from.</summary>
internal sealed record GroupSourceRule
{
    /// <summary>The kind of source.</summary>
    public required GroupSourceKind Kind { get; init; }

    /// <summary>With <see cref="GroupSourceKind.List"/>, the id of a list field of the HR system.</summary>
    public string? Field { get; init; }

    /// <summary>Whether whoever holds an item of a nested list is in the groups of the items above it too.</summary>
    public bool Inherit { get; init; }

    /// <summary>Whether the source makes groups at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What tells a group apart from one of another source that has the same name; null for the usual word.</summary>
    public string? Label { get; init; }
}

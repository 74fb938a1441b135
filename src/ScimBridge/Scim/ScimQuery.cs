using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Sorting;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>A list as the client asked for it, checked (RFC 7644 sections 3.4.2 and 3.9).</summary>
internal sealed record ScimQuery
{
    /// <summary>How many resources a page has when the client does not say.</summary>
    public const int DefaultCount = 100;

    /// <summary>How many resources a page has at most.</summary>
    public const int MaxCount = 1000;

    /// <summary>What is listed.</summary>
    public required IReadOnlyList<ResourceTable> Tables { get; init; }

    /// <summary>Which attributes of each of them are returned.</summary>
    public required IReadOnlyList<AttributeSelection> Selections { get; init; }

    /// <summary>Which resources of each of them; null for all.</summary>
    public required IReadOnlyList<BoundFilter>? Filters { get; init; }

    /// <summary>In which order; null for the stable one.</summary>
    public required IReadOnlyList<SortKey?>? Sort { get; init; }

    /// <summary>Which part of the list; with a cursor only the count of it.</summary>
    public required PageRequest Page { get; init; }

    /// <summary>The cursor: empty at the beginning of a walk, null with index paging.</summary>
    public required string? Cursor { get; init; }

    /// <summary>All that must be the same on every page of a walk, but for the count.</summary>
    public required string Fingerprint { get; init; }
}

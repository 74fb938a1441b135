using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Sorting;

namespace ScimBridge.Scim;

/// <summary>A list as the client asked for it, checked (RFC 7644 sections 3.4.2 and 3.9).</summary>
internal sealed record ScimQuery
{
    /// <summary>How many resources a page has when the client does not say.</summary>
    public const int DefaultCount = 100;

    /// <summary>How many resources a page has at most.</summary>
    public const int MaxCount = 1000;

    /// <summary>What is listed, and which part of it.</summary>
    public required ScimListRequest List { get; init; }

    /// <summary>Which attributes of each of the tables are returned.</summary>
    public required IReadOnlyList<AttributeSelection> Selections { get; init; }

    /// <summary>Which resources of each of them; null for all.</summary>
    public required IReadOnlyList<BoundFilter>? Filters { get; init; }

    /// <summary>In which order; null for the stable one.</summary>
    public required IReadOnlyList<SortKey?>? Sort { get; init; }
}

namespace ScimBridge.Protocol.Searching;

/// <summary>What a client asks of a list, as written and not yet understood (RFC 7644 section 3.4.2, table 2, and RFC 9865); null for what it left out.</summary>
/// <remarks>A query string and a <see cref="SearchRequest"/> come to the same.</remarks>
public sealed record ListParameters
{
    /// <summary><c>filter</c>.</summary>
    public string? Filter { get; init; }

    /// <summary><c>sortBy</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>sortOrder</c>.</summary>
    public string? SortOrder { get; init; }

    /// <summary><c>startIndex</c>.</summary>
    public string? StartIndex { get; init; }

    /// <summary><c>count</c>.</summary>
    public string? Count { get; init; }

    /// <summary><c>cursor</c>; empty to begin a walk.</summary>
    public string? Cursor { get; init; }

    /// <summary><c>attributes</c>, divided by commas.</summary>
    public string? Attributes { get; init; }

    /// <summary><c>excludedAttributes</c>, divided by commas.</summary>
    public string? ExcludedAttributes { get; init; }
}

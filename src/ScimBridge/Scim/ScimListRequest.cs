using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Searching;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>A list as the client asked for it, as far as that is understood without knowing which version's schemas apply.</summary>
internal sealed record ScimListRequest
{
    /// <summary>What is listed.</summary>
    public required IReadOnlyList<ResourceTable> Tables { get; init; }

    /// <summary>The parameters as given.</summary>
    public required ListParameters Parameters { get; init; }

    /// <summary>Which part of the list; with a cursor only the count of it.</summary>
    public required PageRequest Page { get; init; }

    /// <summary>All that must be the same on every page of a walk, but for the count.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The cursor: empty at the beginning of a walk, null with index paging.</summary>
    public string? Cursor => Parameters.Cursor;
}

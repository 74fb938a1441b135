namespace ScimBridge.Storage.Records;

/// <summary>A group as it is in some versions of its directory; its members are rows of their own.</summary>
internal sealed class GroupRecord : IVersionedRecord
{
    public long RowId { get; set; }

    public int DirectoryId { get; set; }

    public int ValidFrom { get; set; }

    public int ValidTo { get; set; }

    /// <summary>The group's place in the stable order of lists; given once.</summary>
    public int Ordinal { get; set; }

    /// <summary>The SCIM id.</summary>
    public required string Id { get; set; }

    /// <summary>The source and its item, such as <c>department:263100417</c>.</summary>
    public required string ExternalId { get; set; }

    public required string DisplayName { get; set; }

    public required string DisplayNameKey { get; set; }

    /// <summary>The names, from the root of its list down and a line each, of the item that the group is made from.</summary>
    public string? ItemPath { get; set; }

    public int Members { get; set; }

    public DateTimeOffset Created { get; set; }

    public DateTimeOffset LastModified { get; set; }

    /// <summary>Every attribute but the members in the form in which it is compared, as JSON; see <see cref="Protocol.Filtering.ComparisonDocument"/>.</summary>
    public required string Search { get; set; }

    /// <summary>The hash of the group and its members without metadata; also its entity tag.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The resource without members as UTF-8 JSON, with markers where the base URL goes.</summary>
    public required byte[] Body { get; set; }
}

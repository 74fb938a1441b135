namespace ScimBridge.Reporting;

/// <summary>A group as reports see it.</summary>
internal sealed class GroupRow
{
    /// <summary>The SCIM id.</summary>
    public required string Id { get; init; }

    /// <summary>The source and its item, such as <c>department:263100417</c>.</summary>
    public required string ExternalId { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>How many members it has.</summary>
    public int Members { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset LastModified { get; init; }

    /// <summary>The stable order of pages; no part of the feed.</summary>
    public int Ordinal { get; init; }
}

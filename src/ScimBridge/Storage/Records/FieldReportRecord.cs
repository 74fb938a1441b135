namespace ScimBridge.Storage.Records;

/// <summary>What the newest complete read showed of one field that a directory maps.</summary>
internal sealed class FieldReportRecord
{
    public int DirectoryId { get; set; }

    /// <summary>The field's id in the HR system.</summary>
    public required string Field { get; set; }

    /// <summary>Its name in the HR system.</summary>
    public required string Name { get; set; }

    /// <summary>Its category in the HR system's words.</summary>
    public required string Category { get; set; }

    /// <summary>The permission that shows it.</summary>
    public required string Permission { get; set; }

    /// <summary>Where it is granted.</summary>
    public required string MenuPath { get; set; }

    /// <summary>The SCIM attributes affected, a line each.</summary>
    public required string Attributes { get; set; }

    /// <summary>Whether the HR system has the field at all.</summary>
    public bool Known { get; set; }

    /// <summary>How many people were read.</summary>
    public int People { get; set; }

    /// <summary>How many people it was mentioned for.</summary>
    public int Seen { get; set; }

    /// <summary>How many people have a value.</summary>
    public int Present { get; set; }

    /// <summary>When anybody last came with it; null for never.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>Since when it has been coming with nobody; null while it comes.</summary>
    public DateTimeOffset? UnseenSince { get; set; }

    public DateTimeOffset CheckedAt { get; set; }
}

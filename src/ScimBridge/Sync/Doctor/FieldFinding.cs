namespace ScimBridge.Sync.Doctor;

/// <summary>What the newest read of everybody showed of one field that the directory maps.</summary>
internal sealed record FieldFinding
{
    /// <summary>The field's id in the HR system.</summary>
    public required string Field { get; init; }

    /// <summary>Its name in the HR system.</summary>
    public required string Name { get; init; }

    /// <summary>Its category in the HR system's words.</summary>
    public required string Category { get; init; }

    /// <summary>The permission that shows it, in the HR system's words.</summary>
    public required string Permission { get; init; }

    /// <summary>Where it is granted.</summary>
    public required string MenuPath { get; init; }

    /// <summary>The SCIM attributes that are made of it.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>Whether the HR system has the field at all.</summary>
    public required bool Known { get; init; }

    /// <summary>How many people were read.</summary>
    public required int People { get; init; }

    /// <summary>How many it was mentioned for.</summary>
    public required int Seen { get; init; }

    /// <summary>How many have a value.</summary>
    public required int Present { get; init; }

    /// <summary>When anybody last came with it; null for never.</summary>
    public required DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Since when it has come with nobody; null while it comes. It is not permitted, or unknown, and keeps its last known values.</summary>
    public required DateTimeOffset? UnseenSince { get; init; }

    /// <summary>The share of people who have a value, from 0 to 1.</summary>
    public double Share => People == 0 ? 0 : (double)Present / People;
}

namespace ScimBridge.Storage.Records;

/// <summary>One revision of a directory's mapping rules; revisions are never changed.</summary>
internal sealed class RulesRecord
{
    public int DirectoryId { get; set; }

    /// <summary>1 for the first one saved; the directory names the one in force.</summary>
    public int Revision { get; set; }

    /// <summary>The rules as JSON.</summary>
    public required string Json { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Who saved it.</summary>
    public required string SavedBy { get; set; }

    /// <summary>Why, in the words of whoever saved it.</summary>
    public string? Note { get; set; }
}

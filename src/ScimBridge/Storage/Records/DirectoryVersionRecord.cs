namespace ScimBridge.Storage.Records;

/// <summary>One published version of a directory, with the totals that lists report.</summary>
internal sealed class DirectoryVersionRecord
{
    public int DirectoryId { get; set; }

    public int Version { get; set; }

    /// <summary>The version's time; rises strictly within a directory, in whole milliseconds.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The run that made it.</summary>
    public Guid RunId { get; set; }

    public int Users { get; set; }

    public int ActiveUsers { get; set; }

    public int Groups { get; set; }

    /// <summary>The attributes that the directory adds to our extension in this version, as <see cref="Protocol.Schemas.CustomAttributes"/> writes them; null for none.</summary>
    public string? CustomAttributes { get; set; }
}

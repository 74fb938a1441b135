namespace ScimBridge.Storage.Records;

/// <summary>A change of a directory's state, or of what is done with it. Holds no personal data.</summary>
internal sealed class DirectoryEventRecord
{
    public long Id { get; set; }

    public int DirectoryId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>A fixed code, such as <c>state.held</c> or <c>rules.saved</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Detail { get; set; }

    /// <summary>The run that it belongs to.</summary>
    public Guid? RunId { get; set; }
}

namespace ScimBridge.Storage.Records;

/// <summary>The plan of a run: the difference between what was read and what was stored.</summary>
internal sealed class PlanRecord
{
    /// <summary>The run that made it; also the plan's own id.</summary>
    public Guid RunId { get; set; }

    public int DirectoryId { get; set; }

    public PlanState State { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The published version that it was made against.</summary>
    public int BaseVersion { get; set; }

    /// <summary>The hash of all its changes: two plans with one hash do the same.</summary>
    public required byte[] Digest { get; set; }

    /// <summary>How many changes are stored with it.</summary>
    public int Changes { get; set; }

    /// <summary>Why it is held, as JSON: codes with words and figures; null when the gate let it pass.</summary>
    public string? Objections { get; set; }

    /// <summary>What a held plan needs to be applied as shown, beside its people: the lists and the ledger, as JSON.</summary>
    public byte[]? Input { get; set; }

    /// <summary>The version that it goes back to; null for a plan made of a read.</summary>
    public int? RollbackTo { get; set; }

    /// <summary>Who approved or rejected it.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why, in the words of whoever decided.</summary>
    public string? DecisionNote { get; set; }
}

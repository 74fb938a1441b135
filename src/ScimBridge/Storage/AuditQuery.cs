namespace ScimBridge.Storage;

/// <summary>Which entries of the audit log are wanted; null for any.</summary>
internal sealed record AuditQuery
{
    /// <summary>The directory's key.</summary>
    public string? DirectoryKey { get; init; }

    /// <summary>Who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>What was done: a code such as <c>plan.approve</c>, or what stands before the dot for all that begin so.</summary>
    public string? Action { get; init; }

    /// <summary>From when on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; an entry of that moment itself is not wanted.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The number of an entry: only older ones are wanted. The last one of a page is where the next begins.</summary>
    public long? Before { get; init; }

    /// <summary>How many at most.</summary>
    public int Most { get; init; } = 100;
}

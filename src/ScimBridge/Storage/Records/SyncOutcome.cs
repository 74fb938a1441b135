namespace ScimBridge.Storage.Records;

/// <summary>What came of a run; never more than happened.</summary>
internal enum SyncOutcome
{
    /// <summary>All that was read is served.</summary>
    Succeeded,

    /// <summary>What was read is served, and something was odd; see the issues.</summary>
    SucceededWithIssues,

    /// <summary>The plan waits for an admin's approval.</summary>
    Held,

    /// <summary>Nothing was changed; of an erasure, not all that was to be.</summary>
    Failed,
}

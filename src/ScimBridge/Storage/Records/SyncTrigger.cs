namespace ScimBridge.Storage.Records;

/// <summary>Who asked for a sync.</summary>
internal enum SyncTrigger
{
    /// <summary>The recurring job, or somebody who pressed its button on the Hangfire dashboard.</summary>
    Schedule,

    /// <summary>The server found at its start that a sync was overdue.</summary>
    Start,

    /// <summary>The admin API.</summary>
    Api,

    /// <summary>The HR system said that people changed.</summary>
    Webhook,

    /// <summary>The mapping rules changed.</summary>
    Rules,
}

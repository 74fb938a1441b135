namespace ScimBridge.Storage.Records;

/// <summary>Where a run is in its life.</summary>
internal enum SyncRunState
{
    /// <summary>Waiting for its turn.</summary>
    Queued,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Over; see the outcome.</summary>
    Finished,
}

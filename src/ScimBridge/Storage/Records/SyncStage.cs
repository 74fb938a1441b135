namespace ScimBridge.Storage.Records;

/// <summary>What a run is doing.</summary>
internal enum SyncStage
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Reading from the HR system.</summary>
    Reading,

    /// <summary>Comparing what was read with what is stored.</summary>
    Planning,

    /// <summary>Writing the next version.</summary>
    Applying,

    /// <summary>Nothing left to do.</summary>
    Done,
}

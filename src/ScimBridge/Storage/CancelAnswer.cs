namespace ScimBridge.Storage;

/// <summary>What asking a run to stop did.</summary>
internal enum CancelAnswer
{
    /// <summary>The directory has no such run.</summary>
    NoSuchRun,

    /// <summary>It is over already, or was about to publish.</summary>
    Over,

    /// <summary>It had not begun, and now never will.</summary>
    Cancelled,

    /// <summary>It runs, and stops within seconds unless it publishes first.</summary>
    Stopping,
}

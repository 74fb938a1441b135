namespace ScimBridge.Storage;

/// <summary>A run can't be asked for, because one of its kind waits that is about something else.</summary>
internal sealed class RunWaitingException(Guid runId) : Exception($"Run {runId} waits and has to start first.")
{
    /// <summary>The run that waits.</summary>
    public Guid RunId { get; } = runId;
}

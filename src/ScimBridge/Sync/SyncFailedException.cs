using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Fails the Hangfire job of a sync that failed, so that the dashboard shows what the run says.</summary>
internal sealed class SyncFailedException(Guid runId, SyncResult result)
    : Exception($"Sync {runId} failed ({result.ErrorReason}): {result.ErrorDetail}");

using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Sync;

/// <summary>Runs one sync of one directory to its end, whatever happens. Safe to run again after any failure.</summary>
internal sealed partial class DirectorySync(
    SyncFlows flows, SyncStores stores, SyncWatch watch, DirectoryMappings mappings, TimeProvider time, ILogger<DirectorySync> logger)
{
    /// <summary>Runs the sync that was started, and ends it whatever happens.</summary>
    public async Task<SyncResult> RunAsync(SyncStart start, CancellationToken cancellationToken)
    {
        var directory = start.Directory ?? throw new ArgumentException("The run has not started.", nameof(start));
        var run = start.Run!;
        var id = new DirectoryId(directory.Id);
        Started(directory.Key, run.Id, run.Kind);
        var result = await ResultAsync(directory, id, run, cancellationToken);

        // Not cancelled with the run: whoever stopped it wants to know, and the lease must go back.
        await stores.Runs.FinishAsync(id, run.Id, result, CancellationToken.None);
        await watch.EndedAsync(start, result);
        Finished(directory.Key, run.Id, result.Outcome, result.ErrorReason, result.Read, result.VersionAfter);
        return result;
    }

    private async Task<SyncResult> ResultAsync(DirectoryRecord directory, DirectoryId id, SyncRunRecord run, CancellationToken cancellationToken)
    {
        try
        {
            await using var heartbeat = SyncHeartbeat.Start(stores.Runs, time, id, run.Id, cancellationToken);
            return await SyncAsync(directory, run, new WriterLease(id, run.Id, directory.Version), heartbeat);
        }
        catch (EmployeeSourceException failure)
        {
            return SyncResult.Failed(directory, FailureReasons.Of(failure.Failure), failure.Message)
                with
            { ReadFailed = true, CredentialsRefused = failure.Failure is SourceFailure.InvalidCredentials or SourceFailure.Forbidden };
        }
        catch (SyncRefusedException refused)
        {
            return SyncResult.Failed(directory, refused.Reason, refused.Message);
        }
        catch (LeaseLostException lost)
        {
            return SyncResult.Failed(directory, "lease_lost", lost.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await watch.StoppedAsync(directory, run.Id);
        }
        catch (OperationCanceledException)
        {
            return SyncResult.Failed(directory, "interrupted", "The server stopped while the sync ran. Nothing was changed; the next sync starts afresh.");
        }
#pragma warning disable CA1031 // Whatever went wrong, the run must end and the lease go back; the log has the details.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            Unexpected(unexpected, directory.Key, run.Id);
            return SyncResult.Failed(
                directory, "internal_error",
                $"The sync stopped at an unexpected error ({unexpected.GetType().Name}); the server's log has it under run {run.Id}. Nothing was changed.");
        }
    }

    private async Task<SyncResult> SyncAsync(DirectoryRecord directory, SyncRunRecord run, WriterLease lease, SyncHeartbeat heartbeat)
    {
        if (directory.Applying is not null)
        {
            await stores.Writer.RemoveUnpublishedAsync(lease, heartbeat.Token);
        }

        if (directory.SyncPausedSince is not null && run.Kind is (SyncKind.Full or SyncKind.People))
        {
            // It was asked for before the pause began.
            throw new SyncRefusedException("paused", $"Syncing is paused. {directory.SyncPauseReason} Nothing was read.");
        }

        var mapping = await mappings.OfAsync(directory, run.RulesRevision, heartbeat.Token);
        var work = new SyncWork(directory, run, lease, mapping, heartbeat, time.GetUtcNow());
        return run.Kind switch
        {
            SyncKind.Full => await flows.Full.RunAsync(work, PlanMode.Guarded, heartbeat.Token),
            SyncKind.DryRun => await flows.Full.RunAsync(work, PlanMode.LookedAt, heartbeat.Token),
            SyncKind.People => await flows.People.RunAsync(work, heartbeat.Token),
            SyncKind.Remap => await flows.Remap.RunAsync(work, heartbeat.Token),
            SyncKind.Approval => await flows.Approval.RunAsync(work, heartbeat.Token),
            SyncKind.Rollback => await flows.Rollback.RunAsync(work, heartbeat.Token),
            SyncKind.Erasure => await flows.Erasure.RunAsync(work, heartbeat.Token),
            _ => throw new ArgumentOutOfRangeException(nameof(run), run.Kind, "No flow is known for runs of this kind."),
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sync {RunId} of directory {Directory} started: {Kind}")]
    private partial void Started(string directory, Guid runId, SyncKind kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sync {RunId} of directory {Directory} ended: {Outcome} {Reason}, {Read} people read, version {Version}")]
    private partial void Finished(string directory, Guid runId, SyncOutcome outcome, string? reason, int read, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sync {RunId} of directory {Directory} stopped at an unexpected error")]
    private partial void Unexpected(Exception exception, string directory, Guid runId);
}
